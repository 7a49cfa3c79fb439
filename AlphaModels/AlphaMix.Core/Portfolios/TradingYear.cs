namespace AlphaMix.Core.Portfolios;

/// <summary>The trading year that yearly figures are scaled to.</summary>
public static class TradingYear
{
    /// <summary>Trading days in a year.</summary>
    public const int Days = 252;
}

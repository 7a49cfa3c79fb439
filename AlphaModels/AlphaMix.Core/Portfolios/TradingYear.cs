namespace AlphaMix.Core.Portfolios;

/// <summary>The trading year by which costs, returns and Sharpe ratios are annualised everywhere in this library.</summary>
public static class TradingYear
{
    /// <summary>Trading days in a year.</summary>
    public const int Days = 252;
}

namespace AlphaMix.Training.Configuration;

/// <summary>How scores become a portfolio.</summary>
public enum PortfolioKind
{
    /// <summary>The k names with the highest P(up), anew and in equal weights every day (paper, section 3.1).</summary>
    Daily,

    /// <summary>The slow portfolio of a <see cref="Core.Pools.TradingRule"/>.</summary>
    Slow
}

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// The input of a portfolio rule on a decision day: the ranking, the holdings, and what can be traded. Names are indices 0 to N - 1, in
/// ordinal order of the instruments. Nothing later than the day's close is in it. Spans are valid during the call alone.
/// </summary>
public readonly ref struct PortfolioDay
{
    /// <summary>Gets the names with a bar and a score today, best first; equal scores keep the lower index first.</summary>
    public required ReadOnlySpan<int> Ranking { get; init; }

    /// <summary>
    /// Gets the scores of the names in <see cref="Ranking"/>, in its order, averaged over <see cref="IPortfolioRule.ScoreDays"/>;
    /// descending.
    /// </summary>
    public required ReadOnlySpan<double> Scores { get; init; }

    /// <summary>
    /// Gets the portfolio weights before trading, by name, shape <c>(N)</c>, drifted since the last fill; negative for a short position.
    /// </summary>
    public required ReadOnlySpan<double> Weights { get; init; }

    /// <summary>Gets the names held, in no particular order.</summary>
    public required ReadOnlySpan<int> Held { get; init; }

    /// <summary>Gets whether each name can be traded today, shape <c>(N)</c>.</summary>
    public required ReadOnlySpan<TradingState> States { get; init; }

    /// <summary>
    /// Gets a value indicating whether the whole portfolio is built anew: yesterday it was the fallback, or today it becomes it.
    /// </summary>
    public bool IsRebuilt { get; init; }
}

namespace AlphaMix.Evaluation.Markets;

/// <summary>The days of a <see cref="MarketGrid"/> on which portfolios are decided: a run of consecutive grid days.</summary>
/// <param name="First">Index of the first decision day in <see cref="MarketGrid.Days"/>.</param>
/// <param name="Count">Number of decision days; 0 when the span holds none.</param>
public readonly record struct EvaluationSpan(int First, int Count)
{
    /// <summary>Gets the index of the day after the last decision day.</summary>
    public int End => First + Count;
}

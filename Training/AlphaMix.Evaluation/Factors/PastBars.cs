namespace AlphaMix.Evaluation.Factors;

/// <summary>An instrument's bars up to and including a decision day; no later bar is in it. Spans are as long as the caller asks.</summary>
/// <param name="bars">All bars of the instrument.</param>
/// <param name="count">Number of bars up to the decision.</param>
internal readonly struct PastBars(InstrumentBars bars, int count)
{
    /// <summary>Returns the return over the bars from <paramref name="from"/> to <paramref name="to"/> bars before the last.</summary>
    /// <param name="from">Bars before the last at which it begins, more than <paramref name="to"/>.</param>
    /// <param name="to">Bars before the last at which it ends, 0 for the last itself.</param>
    public double Return(int from, int to) => bars.Closes[count - 1 - to] / bars.Closes[count - 1 - from] - 1;

    /// <summary>Returns the last returns from bar to bar, as fractions; the oldest first.</summary>
    public ReadOnlySpan<double> Returns(int length) => bars.Returns.AsSpan(count - length, length);

    /// <summary>Returns the market's returns over the same stretches of time.</summary>
    public ReadOnlySpan<double> Market(int length) => bars.Market.AsSpan(count - length, length);

    /// <summary>Returns the last values traded, in the currency of the prices; the oldest first.</summary>
    public ReadOnlySpan<double> DollarVolumes(int length) => bars.DollarVolumes.AsSpan(count - length, length);
}

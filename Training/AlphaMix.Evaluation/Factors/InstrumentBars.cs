namespace AlphaMix.Evaluation.Factors;

/// <summary>One instrument's bars, gaps closed, and the market's returns beside them. Every array has one entry a bar.</summary>
/// <param name="Rows">The days of the bars, as rows of the history; ascending.</param>
/// <param name="Closes">Adjusted closes.</param>
/// <param name="Returns">Returns since the bar before, as fractions; 0 at the first.</param>
/// <param name="Market">The market's returns since the instrument's bar before, as fractions; 0 at the first.</param>
/// <param name="DollarVolumes">Values traded; empty when volumes are not known.</param>
internal sealed record InstrumentBars(int[] Rows, double[] Closes, double[] Returns, double[] Market, double[] DollarVolumes)
{
    /// <summary>Returns the bars up to and including a row of the history.</summary>
    public int CountUpTo(int row)
    {
        var place = Array.BinarySearch(Rows, row);
        return place >= 0 ? place + 1 : ~place;
    }
}

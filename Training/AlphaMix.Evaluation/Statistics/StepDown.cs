namespace AlphaMix.Evaluation.Statistics;

/// <summary>p-values of several tests at once, allowing for their number and for how they move together.</summary>
/// <remarks>
/// Romano and Wolf (2005), Econometrica 73(4), in the form for p-values of Romano and Wolf (2016), Statistics and Probability
/// Letters 113: the strongest claim is held against the largest of all null draws, the next against the largest of those left.
/// </remarks>
internal static class StepDown
{
    /// <summary>Returns adjusted p-values, one-sided: large statistics speak against their null hypothesis.</summary>
    /// <param name="statistics">One statistic a test, shape <c>(tests)</c>; NaN is left out.</param>
    /// <param name="draws">Draws of each statistic under its null hypothesis, shape <c>(tests, draws)</c>; draw r of all tests belongs
    /// together.</param>
    /// <returns>
    /// p-values in (0, 1], shape <c>(tests)</c>, rising as statistics fall; (1 + draws at least as large) / (1 + draws). NaN where the
    /// statistic is.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double[] AdjustedP(double[] statistics, double[][] draws)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(draws);
        if (draws.Length != statistics.Length || draws.Any(own => own.Length != draws[0].Length))
            throw new ArgumentException($"Expected draws of {statistics.Length} statistics, equally many of each.", nameof(draws));

        var adjusted = new double[statistics.Length];
        Array.Fill(adjusted, double.NaN);
        int[] weakestFirst =
            [.. Enumerable.Range(0, statistics.Length).Where(i => !double.IsNaN(statistics[i])).OrderBy(i => statistics[i])];
        if (weakestFirst.Length == 0)
            return adjusted;

        var largest = new double[draws[0].Length];
        Array.Fill(largest, double.NegativeInfinity);
        foreach (var i in weakestFirst)
        {
            var reached = 1;
            for (var r = 0; r < largest.Length; r++)
            {
                largest[r] = Math.Max(largest[r], draws[i][r]);
                reached += largest[r] >= statistics[i] ? 1 : 0;
            }

            adjusted[i] = reached / (1.0 + largest.Length);
        }

        // No claim may look better than a stronger one.
        for (var k = weakestFirst.Length - 2; k >= 0; k--)
            adjusted[weakestFirst[k]] = Math.Max(adjusted[weakestFirst[k]], adjusted[weakestFirst[k + 1]]);
        return adjusted;
    }
}

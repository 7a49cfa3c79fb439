namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Cumulative sums of daily returns, in percent.</summary>
internal static class DailySums
{
    /// <summary>Returns the cumulative sum, one value a day.</summary>
    public static double[] Cumulated(double[] returns)
    {
        var sum = 0.0;
        return Array.ConvertAll(returns, value => 100 * (sum += value));
    }

    /// <summary>Returns the drawdown in percent of the highest point so far, one value a day: 0 or below.</summary>
    public static double[] Falls(double[] returns)
    {
        var (equity, peak) = (1.0, 1.0);
        return Array.ConvertAll(returns, value =>
        {
            equity += value;
            peak = Math.Max(peak, equity);
            return 100 * (equity - peak) / peak;
        });
    }
}

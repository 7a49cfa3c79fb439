namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Daily returns added up, in percent, as charts show them.</summary>
internal static class DailySums
{
    /// <summary>The sum so far, one a day.</summary>
    public static double[] Cumulated(double[] returns)
    {
        var sum = 0.0;
        return Array.ConvertAll(returns, value => 100 * (sum += value));
    }

    /// <summary>The fall from the highest point so far in percent of it, one a day: 0 or below.</summary>
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

using AlphaMix.Core.Numerics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>The t statistic of a mean whose values may depend on their neighbours.</summary>
/// <remarks>
/// Newey and West (1987), Econometrica 55(3): the variance of the mean from autocovariances with Bartlett weights
/// <c>1 - k / (L + 1)</c>, divisor n.
/// </remarks>
internal static class NeweyWest
{
    /// <summary>Returns the mean over its standard error.</summary>
    /// <param name="values">One value a day, in the order of days; those that are NaN are left out, and their neighbours close the
    /// gap.</param>
    /// <param name="lags">L, not negative; null takes <c>floor(4 (n / 100)^(2/9))</c>, Newey and West's (1994) rule.</param>
    /// <returns>About standard normal when the true mean is 0; NaN with fewer than two values or without variation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lags"/> is negative.</exception>
    public static double TOfMean(ReadOnlySpan<double> values, int? lags = null) => MeanEstimate.From(values, lags).T;

    /// <summary>Returns the standard error of a mean; parameters as in <see cref="TOfMean"/>, none of the values NaN.</summary>
    internal static double StandardError(ReadOnlySpan<double> known, int? lags)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags ?? 0, nameof(lags));
        var n = known.Length;
        var moments = Metrics.Moments.Compute(known);
        if (n < 2 || moments.Deviation == 0)
            return double.NaN;
        var most = Math.Min(lags ?? AutomaticLags(n), n - 1);
        var variance = moments.Deviation * moments.Deviation;
        for (var lag = 1; lag <= most; lag++)
        {
            var covariance = 0.0;
            for (var t = lag; t < n; t++)
                covariance += (known[t] - moments.Mean) * (known[t - lag] - moments.Mean);
            variance += 2 * (1 - lag / (most + 1.0)) * covariance / n;
        }

        return variance > 0 ? Math.Sqrt(variance / n) : double.NaN;
    }

    /// <summary>Returns <c>floor(4 (n / 100)^(2/9))</c>.</summary>
    /// <param name="count">n, positive.</param>
    public static int AutomaticLags(int count) => (int)(4 * ExactMath.Exp(2.0 / 9 * ExactMath.Log(count / 100.0)));
}

using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>How many consecutive days a block bootstrap should keep together, read from the series itself.</summary>
/// <remarks>
/// Politis and White (2004), Econometric Reviews 23(1), section 3, with the correction of Patton, Politis and White (2009), ibid. 28(4):
/// the length that minimises the mean squared error of the bootstrap's variance of the mean, from flat-top estimates of the spectrum at
/// zero (Politis 2003 for the bandwidth). Lengths are capped at min(3 sqrt(n), n / 3), as in the authors' code.
/// </remarks>
internal static class BlockLength
{
    /// <summary>Returns the mean block length of the stationary bootstrap.</summary>
    /// <param name="values">The series, at least one value, finite.</param>
    /// <returns>At least 1; 1 for a series that does not vary.</returns>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double Stationary(ReadOnlySpan<double> values) => Optimal(values, 2);

    /// <summary>Returns the block length of the circular block bootstrap.</summary>
    /// <param name="values">The series, at least one value, finite.</param>
    /// <returns>A whole number of days, at least 1; 1 for a series that does not vary.</returns>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static int Circular(ReadOnlySpan<double> values) => (int)Math.Round(Optimal(values, 4.0 / 3));

    // b = (2 G^2 / (c g(0)^2))^(1/3) n^(1/3) with g(0) the sum of the windowed autocovariances and G that of |k| times them; c = 2 or 4/3.
    private static double Optimal(ReadOnlySpan<double> values, double constant)
    {
        if (values.IsEmpty)
            throw new ArgumentException("The series has no value.", nameof(values));
        var n = values.Length;
        var covariance = Autocovariances(values, Math.Min(n - 1, LargestLag(n) + RunLength(n)));
        if (!(covariance[0] > 0))
            return 1;

        var window = Math.Min(2 * Math.Max(LastSignificantLag(covariance, n), 1), Math.Min(LargestLag(n), n - 1));
        var (density, slope) = (covariance[0], 0.0);
        for (var lag = 1; lag <= window; lag++)
        {
            var weight = FlatTop((double)lag / window);
            density += 2 * weight * covariance[lag];
            slope += 2 * weight * lag * covariance[lag];
        }

        var length = CubeRoot(2 * slope * slope / (constant * density * density) * n);
        return Math.Clamp(length, 1, Math.Max(1, Math.Ceiling(Math.Min(3 * Math.Sqrt(n), n / 3.0))));
    }

    // The smallest m after which a run of autocorrelations is within 2 sqrt(log10(n) / n).
    private static int LastSignificantLag(double[] covariance, int n)
    {
        var limit = 2 * Math.Sqrt(Log10(n) / n) * covariance[0];
        var (run, last) = (0, 0);
        for (var lag = 1; lag < covariance.Length && run < RunLength(n); lag++)
        {
            var significant = Math.Abs(covariance[lag]) >= limit;
            run = significant ? 0 : run + 1;
            last = significant ? lag : last;
        }

        return last;
    }

    private static int RunLength(int n) => Math.Max(5, (int)Math.Ceiling(Math.Sqrt(Log10(n))));

    private static int LargestLag(int n) => (int)Math.Ceiling(Math.Sqrt(n)) + RunLength(n);

    private static double FlatTop(double t) => t <= 0.5 ? 1 : 2 * (1 - t);

    private static double[] Autocovariances(ReadOnlySpan<double> values, int lags)
    {
        var moments = Moments.Compute(values);
        var covariance = new double[lags + 1];
        if (moments.Deviation == 0)
            return covariance;
        for (var lag = 0; lag <= lags; lag++)
        {
            for (var t = lag; t < values.Length; t++)
                covariance[lag] += (values[t] - moments.Mean) * (values[t - lag] - moments.Mean);
            covariance[lag] /= values.Length;
        }

        return covariance;
    }

    private static double Log10(double x) => ExactMath.Log(x) / ExactMath.Log(10);

    private static double CubeRoot(double x) => x > 0 ? ExactMath.Exp(ExactMath.Log(x) / 3) : 0;
}

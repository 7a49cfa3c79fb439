using AlphaMix.Core.Numerics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>The variance of a mean of dependent days, times their number, from a kernel over the autocovariances.</summary>
/// <remarks>
/// Andrews and Monahan (1992), Econometrica 60(4): prewhitened by an autoregression of order one, then the Parzen kernel with the bandwidth
/// <c>2.6614 (a n)^(1/5)</c> of Andrews (1991), Econometrica 59(3), a from an autoregression of what is left.
/// </remarks>
internal static class LongRunVariance
{
    // Andrews and Monahan's bound on the prewhitening coefficient.
    private const double LargestCoefficient = 0.97;

    /// <summary>Returns the long-run variance of values with mean 0; positive for values that vary.</summary>
    public static double Compute(ReadOnlySpan<double> values)
    {
        var coefficient = Math.Clamp(Coefficient(values), -LargestCoefficient, LargestCoefficient);
        var rest = new double[values.Length - 1];
        for (var t = 0; t < rest.Length; t++)
            rest[t] = values[t + 1] - coefficient * values[t];

        var left = Math.Clamp(Coefficient(rest), -LargestCoefficient, LargestCoefficient);
        var spread = left / ((1 - left) * (1 - left));
        var bandwidth = left == 0 ? 0 : 2.6614 * ExactMath.Exp(ExactMath.Log(4 * spread * spread * values.Length) / 5);
        var variance = Covariance(rest, 0);
        for (var lag = 1; lag < Math.Min(bandwidth, rest.Length); lag++)
            variance += 2 * Parzen(lag / bandwidth) * Covariance(rest, lag);
        return variance / ((1 - coefficient) * (1 - coefficient));
    }

    private static double Parzen(double x) => x <= 0.5 ? 1 - 6 * x * x * (1 - x) : 2 * (1 - x) * (1 - x) * (1 - x);

    private static double Coefficient(ReadOnlySpan<double> values)
    {
        var (product, squares) = (0.0, 0.0);
        for (var t = 1; t < values.Length; t++)
        {
            product += values[t] * values[t - 1];
            squares += values[t - 1] * values[t - 1];
        }

        return squares > 0 ? product / squares : 0;
    }

    private static double Covariance(ReadOnlySpan<double> values, int lag)
    {
        var sum = 0.0;
        for (var t = lag; t < values.Length; t++)
            sum += values[t] * values[t - lag];
        return sum / values.Length;
    }
}

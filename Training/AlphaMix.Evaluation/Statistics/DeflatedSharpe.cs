using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>A probabilistic Sharpe ratio that knows how many strategies were tried before this one was shown.</summary>
/// <remarks>
/// Bailey and Lopez de Prado (2014), "The Deflated Sharpe Ratio", Journal of Portfolio Management 40(5). Trials count as independent;
/// trials that resemble each other are worth fewer. The hurdle is a true ratio of 0: a long-only portfolio carries the market's.
/// </remarks>
internal static class DeflatedSharpe
{
    /// <summary>
    /// Returns the Sharpe ratio that the best of so many trials without skill is expected to show:
    /// <c>SR0 = sqrt(V) ((1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e)))</c>, g Euler's constant, Z the normal quantile.
    /// </summary>
    /// <param name="trials">N, at least 1; 0 is expected of a single one.</param>
    /// <param name="variance">V, the variance of the trials' Sharpe ratios, per period; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> is not positive or <paramref name="variance"/> is negative
    /// or NaN.</exception>
    /// <remarks>For large N; at N = 1 the formula gives minus infinity, and the expectation itself, 0, is taken.</remarks>
    public static double ExpectedMaximum(int trials, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        if (!(variance >= 0))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "The variance must not be negative.");
        if (trials == 1)
            return 0;
        return Math.Sqrt(variance) * (
            (1 - Constants.EulerMascheroni) * Normal.InvCDF(0, 1, 1 - 1.0 / trials)
            + Constants.EulerMascheroni * Normal.InvCDF(0, 1, 1 - 1 / (trials * Math.E)));
    }

    /// <summary>Returns the probability that the true Sharpe ratio is above what the best of so many trials without skill shows.</summary>
    /// <param name="estimate">The estimate, per period.</param>
    /// <param name="trials">Number of trials, this one included, at least 1.</param>
    /// <param name="variance">
    /// Variance of the trials' Sharpe ratios, per period; null takes 1 / (n - 1), that of trials which differ by chance alone over n
    /// periods.
    /// </param>
    /// <returns>A probability in [0, 1]; NaN with fewer than two periods or without variation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trials"/> is not positive or <paramref name="variance"/> is
    /// negative.</exception>
    public static double Compute(SharpeEstimate estimate, int trials, double? variance = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        return estimate.Count < 2
            ? double.NaN
            : ProbabilisticSharpe.Compute(estimate, ExpectedMaximum(trials, variance ?? 1.0 / (estimate.Count - 1)));
    }
}

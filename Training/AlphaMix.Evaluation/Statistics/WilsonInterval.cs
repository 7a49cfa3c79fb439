using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>Where the true probability lies behind so many successes in so many independent trials.</summary>
/// <remarks>Wilson (1927), Journal of the American Statistical Association 22: the probabilities that a score test does not
/// reject.</remarks>
internal static class WilsonInterval
{
    /// <summary>Returns the interval.</summary>
    /// <param name="successes">Successes, in [0, <paramref name="trials"/>].</param>
    /// <param name="trials">Trials, not negative.</param>
    /// <param name="level">Confidence, in (0, 1). Default 0.95.</param>
    /// <returns>The share of successes and its interval within [0, 1]; NaN without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static ConfidenceInterval Compute(int successes, int trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (successes < 0 || successes > trials)
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Successes must lie in [0, {trials}].");
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie in (0, 1).");
        if (trials == 0)
            return new ConfidenceInterval(double.NaN, double.NaN, double.NaN, level);

        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var (n, share) = ((double)trials, (double)successes / trials);
        var middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        var reach = z / (1 + z * z / n) * Math.Sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return new ConfidenceInterval(share, Math.Max(0, middle - reach), Math.Min(1, middle + reach), level);
    }
}

using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>How sure a Sharpe ratio is, given its length and the shape of its returns.</summary>
/// <remarks>
/// Bailey and Lopez de Prado (2012), "The Sharpe Ratio Efficient Frontier", Journal of Risk 15(2). Assumes returns that do not depend on
/// each other; serial correlation is what <see cref="SharpeBootstrap"/> is for.
/// </remarks>
internal static class ProbabilisticSharpe
{
    /// <summary>
    /// Returns the probability that the true Sharpe ratio is above a benchmark:
    /// <c>PSR = Phi((SR - SR*) sqrt(n - 1) / sqrt(1 - skewness SR + (kurtosis - 1) / 4 SR^2))</c>.
    /// </summary>
    /// <param name="estimate">The estimate, per period.</param>
    /// <param name="benchmark">SR*, per period; 0 asks whether there is any return for the risk.</param>
    /// <returns>A probability in [0, 1]; NaN with fewer than two periods or without variation.</returns>
    public static double Compute(SharpeEstimate estimate, double benchmark = 0)
    {
        if (estimate.Count < 2 || !(estimate.UnitVariance > 0))
            return double.NaN;
        return Normal.CDF(0, 1, (estimate.SharpeRatio - benchmark) * Math.Sqrt((estimate.Count - 1) / estimate.UnitVariance));
    }

    /// <summary>
    /// Computes the shortest track record at which <see cref="Compute"/> reaches <paramref name="confidence"/> if the estimate stays as it
    /// is: <c>MinTRL = 1 + (1 - skewness SR + (kurtosis - 1) / 4 SR^2) (z / (SR - SR*))^2</c>.
    /// </summary>
    /// <param name="estimate">The estimate, per period; its count does not matter.</param>
    /// <param name="benchmark">SR*, per period.</param>
    /// <param name="confidence">Probability to reach, in (0.5, 1). Default 0.95.</param>
    /// <returns>A number of periods, at least 1; infinity when the estimate is not above the benchmark, NaN when it is not
    /// defined.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside (0.5, 1).</exception>
    public static double MinimumTrackRecord(SharpeEstimate estimate, double benchmark = 0, double confidence = 0.95)
    {
        if (!(confidence > 0.5 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence must lie in (0.5, 1).");
        if (estimate.SharpeRatio <= benchmark)
            return double.PositiveInfinity;
        var distance = Normal.InvCDF(0, 1, confidence) / (estimate.SharpeRatio - benchmark);
        return 1 + estimate.UnitVariance * distance * distance;
    }
}

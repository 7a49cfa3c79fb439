using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Intervals and p-values of a strategy's figures. Sharpe ratios are after the highest costs and in the unit of
/// <see cref="PaperMetrics.SharpeRatio"/>: of the whole span, times the root of its days, not annualised.
/// </summary>
/// <remarks>
/// A value that is not defined is NaN. With fewer than <see cref="SharpeBootstrap.FewestDays"/> days, or where returns do not vary, that is
/// all that is resampled: <see cref="Sharpe"/>, <see cref="Difference"/> and <see cref="DifferenceP"/>.
/// </remarks>
public sealed record StrategyStatistics
{
    /// <summary>Gets the net Sharpe ratio with its two-sided 95 % interval.</summary>
    public required ConfidenceInterval Sharpe { get; init; }

    /// <summary>
    /// Gets the net Sharpe ratio less that of 1/N on the same days at the same costs, with its two-sided 95 % interval; not corrected for
    /// the number of strategies.
    /// </summary>
    public required ConfidenceInterval Difference { get; init; }

    /// <summary>
    /// Gets the one-sided p-value of "net Sharpe ratio not above that of 1/N", corrected for the number of judged strategies by
    /// <see cref="StepDown"/>; in (0, 1], at least 1 / (resamples + 1). That of a comparator is not corrected. NaN, besides, for a
    /// portfolio that is 1/N itself.
    /// </summary>
    public required double DifferenceP { get; init; }

    /// <summary>
    /// Gets the probability that the true net Sharpe ratio is above 0 (<see cref="ProbabilisticSharpe"/>), in [0, 1]: days count as
    /// independent.
    /// </summary>
    public required double Probabilistic { get; init; }

    /// <summary>
    /// Gets the probability that it is above what the best of <see cref="EvaluationResult.Trials"/> strategies without skill is expected to
    /// show (<see cref="DeflatedSharpe"/>), in [0, 1]; NaN when trials were not counted.
    /// </summary>
    public required double Deflated { get; init; }

    /// <summary>
    /// Gets the t statistic of the mean daily IC (<see cref="NeweyWest"/>), before costs; about standard normal under no skill, so |t|
    /// below 2 is not significant at 5 %. NaN for mixtures, which have no scores of their own.
    /// </summary>
    public required double IcT { get; init; }

    /// <summary>
    /// Gets the cost in basis points a side at which the mean net return falls to that of 1/N, which pays it too
    /// (<see cref="BreakEvenCost"/>): of the trades decided without costs. 0 when the strategy is not ahead even then, positive infinity
    /// when it is and trades no more than 1/N.
    /// </summary>
    public required double BreakEvenBps { get; init; }

    /// <summary>Returns the statistics of several strategies; the p-values are corrected for their number.</summary>
    /// <param name="strategies">Their daily paths.</param>
    /// <param name="forecasts">Their information coefficients, in the same order.</param>
    /// <param name="equalWeight">1/N on the same days, without costs.</param>
    /// <param name="equalWeightNet">1/N on the same days, at the highest costs.</param>
    /// <param name="bootstrap">How to resample.</param>
    /// <param name="trials">Number of trials to deflate by; null when unknown.</param>
    internal static StrategyStatistics[] Compute(
        StrategyCurves[] strategies,
        InformationCoefficient[] forecasts,
        SimulationResult equalWeight,
        SimulationResult equalWeightNet,
        BootstrapOptions bootstrap,
        int? trials)
    {
        if (strategies.Length == 0)
            return [];
        var root = Math.Sqrt(equalWeight.Days.Length);
        var against = SharpeBootstrap.Compare(
            Array.ConvertAll(strategies, one => one.Net.NetReturns), equalWeightNet.NetReturns, bootstrap);
        return
        [
            .. strategies.Select((one, i) =>
            {
                var estimate = SharpeEstimate.From(one.Net.NetReturns);
                return new StrategyStatistics
                {
                    Sharpe = SharpeBootstrap.Interval(one.Net.NetReturns, bootstrap).Times(root),
                    Difference = against[i].Difference.Times(root),
                    DifferenceP = against[i].AdjustedP,
                    Probabilistic = ProbabilisticSharpe.Compute(estimate),
                    Deflated = trials is { } count ? DeflatedSharpe.Compute(estimate, count) : double.NaN,
                    IcT = NeweyWest.TOfMean(forecasts[i].Daily),
                    BreakEvenBps = BreakEvenCost.Bps(one.Free, equalWeight)
                };
            })
        ];
    }
}

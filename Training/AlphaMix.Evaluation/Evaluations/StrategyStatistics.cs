using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// How sure a strategy's numbers are. Sharpe ratios are after costs, in the unit of <see cref="PaperMetrics.SharpeRatio"/>.
/// </summary>
/// <remarks>A value that is not defined is NaN: with fewer than <see cref="SharpeBootstrap.FewestDays"/> days, all that are
/// resampled.</remarks>
public sealed record StrategyStatistics
{
    /// <summary>Gets the net Sharpe ratio with its two-sided 95 % interval.</summary>
    public required ConfidenceInterval Sharpe { get; init; }

    /// <summary>
    /// Gets the net Sharpe ratio less that of 1/N on the same days, with the two-sided 95 % interval of this strategy alone.
    /// </summary>
    public required ConfidenceInterval Difference { get; init; }

    /// <summary>
    /// Gets the one-sided p-value of "net Sharpe ratio not above that of 1/N", corrected for the number of strategies by
    /// <see cref="StepDown"/>; in (0, 1].
    /// </summary>
    public required double DifferenceP { get; init; }

    /// <summary>Gets the probability that the true net Sharpe ratio is above 0 (<see cref="ProbabilisticSharpe"/>), in [0, 1].</summary>
    public required double Probabilistic { get; init; }

    /// <summary>
    /// Gets the probability that it is above what the best of so many trials without skill shows (<see cref="DeflatedSharpe"/>), in [0, 1];
    /// NaN when trials were not counted.
    /// </summary>
    public required double Deflated { get; init; }

    /// <summary>Gets the t of the mean daily IC (<see cref="NeweyWest"/>); about standard normal when scores know nothing.</summary>
    public required double IcT { get; init; }

    /// <summary>
    /// Gets the cost in basis points a side at which the mean net return falls to that of 1/N (<see cref="BreakEvenCost"/>).
    /// </summary>
    public required double BreakEvenBps { get; init; }

    /// <summary>Returns the statistics of several strategies, whose p-values allow for each other.</summary>
    /// <param name="strategies">Their paths.</param>
    /// <param name="forecasts">Their forecasts, in the same order.</param>
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

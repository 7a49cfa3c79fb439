using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Factors;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;
using MathNet.Numerics.Distributions;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// How much of a strategy's return portfolios that anyone can buy have too, all after the highest costs. A value that is not defined is
/// NaN.
/// </summary>
internal sealed record FactorAttribution
{
    /// <summary>Gets the fit of the daily returns; alpha and its interval are a day's.</summary>
    public required FactorFit Fit { get; init; }

    /// <summary>
    /// Gets the one-sided p-value of "alpha not above 0", corrected for the number of judged strategies by <see cref="StepDown"/>; that of
    /// a comparator is not corrected.
    /// </summary>
    public required double AlphaP { get; init; }

    /// <summary>Gets the exposures: to 1/N, then to each factor.</summary>
    public required IReadOnlyList<FactorExposure> Exposures { get; init; }

    /// <summary>
    /// Gets the name of the alternative with the highest net Sharpe ratio on the span, among 1/N, 1/N that is not rebalanced, and the
    /// factors: chosen with hindsight, against the strategy.
    /// </summary>
    public required string Best { get; init; }

    /// <summary>
    /// Gets the net Sharpe ratio less that of <see cref="Best"/>, with its interval: in the unit of
    /// <see cref="PaperMetrics.SharpeRatio"/>, for this strategy alone.
    /// </summary>
    public required ConfidenceInterval OverBest { get; init; }

    /// <summary>
    /// Gets the p-value of <see cref="StrategyStatistics.DifferenceP"/> against 1/N that is not rebalanced.
    /// </summary>
    public required double OverDriftingP { get; init; }

    /// <summary>
    /// Returns the probability that the best of so many strategies without skill has an alpha with so high a t: <c>1 - (1 - p)^trials</c>
    /// (Sidak 1967), p by Student's t. Trials count as independent, which is on the side of doubt; NaN where there is no t.
    /// </summary>
    /// <param name="trials">The number of strategies, at least 1.</param>
    public double TrialsP(int trials)
    {
        if (double.IsNaN(Fit.AlphaT))
            return double.NaN;
        var p = StudentT.CDF(0, 1, Fit.Hedged.Length - Fit.Betas.Length - 1, -Fit.AlphaT);
        return p < 1 ? 1 - ExactMath.Exp(trials * ExactMath.Log(1 - p)) : 1;
    }

    /// <summary>Gets alpha with its interval, a fraction a year.</summary>
    public ConfidenceInterval AlphaYearly => Fit.Alpha.Times(TradingYear.Days);

    /// <summary>
    /// Gets the name of what explains the return where alpha does not hold: 1/N for a strategy that is not ahead of it, else the exposure
    /// with the largest part in the lead; null where none has one.
    /// </summary>
    public string? Explanation
    {
        get
        {
            if (double.IsNaN(Fit.Alpha.Value))
                return null;
            var lead = AlphaYearly.Value + Exposures.Sum(exposure => exposure.Yearly);
            var largest = Exposures.MaxBy(exposure => exposure.Yearly)!;
            return lead <= 0 ? Exposures[0].Name : largest.Yearly > 0 ? largest.Name : null;
        }
    }

    /// <summary>Attributes the returns of several strategies; the p-values are corrected for their number.</summary>
    /// <param name="returns">Their daily net returns.</param>
    /// <param name="factors">The alternatives, on the same days at the same costs.</param>
    /// <param name="bootstrap">How to resample.</param>
    public static FactorAttribution[] Compute(IReadOnlyList<double[]> returns, FactorSet factors, BootstrapOptions bootstrap)
    {
        if (returns.Count == 0)
            return [];
        var fits = FactorRegression.Fit(returns, factors.Regressors, bootstrap);
        var p = AdjustedP(fits);
        var best = factors.All.MaxBy(one => Sharpe(one.Simulation.NetReturns))!;
        var drifting = factors.DriftingEqualWeight;
        var overDrifting = SharpeBootstrap.Compare(returns, drifting.Simulation.NetReturns, bootstrap);
        var overBest = best == drifting ? overDrifting : SharpeBootstrap.Compare(returns, best.Simulation.NetReturns, bootstrap);
        var root = Math.Sqrt(factors.EqualWeight.Simulation.Days.Length);
        return
        [
            .. fits.Select((fit, s) => new FactorAttribution
            {
                Fit = fit,
                AlphaP = p[s],
                Exposures = Expose(fit, factors),
                Best = best.Name,
                OverBest = overBest[s].Difference.Times(root),
                OverDriftingP = overDrifting[s].AdjustedP
            })
        ];
    }

    private static double[] AdjustedP(FactorFit[] fits)
    {
        var all = Array.ConvertAll(fits, _ => double.NaN);
        int[] defined = [.. Enumerable.Range(0, fits.Length).Where(s => fits[s].Draws.Length > 0)];
        if (defined.Length == 0)
            return all;
        var p = StepDown.AdjustedP(
            Array.ConvertAll(defined, s => fits[s].Statistic), Array.ConvertAll(defined, s => fits[s].Draws));
        for (var d = 0; d < defined.Length; d++)
            all[defined[d]] = p[d];
        return all;
    }

    private static FactorExposure[] Expose(FactorFit fit, FactorSet factors)
    {
        FactorPortfolio[] portfolios = [factors.EqualWeight, .. factors.Factors];
        return
        [
            .. portfolios.Zip(factors.Regressors, (portfolio, returns) => (portfolio, Mean: Moments.Compute(returns).Mean)).Select(
                (each, f) => new FactorExposure(
                    each.portfolio.Key, each.portfolio.Name, fit.Betas[f], fit.BetaTs[f],
                    TradingYear.Days * (fit.Betas[f] - (f == 0 ? 1 : 0)) * each.Mean))
        ];
    }

    // Without variation there is no Sharpe ratio, and nothing to be compared with.
    private static double Sharpe(double[] returns) =>
        PaperMetrics.SharpeOf(returns) is var sharpe && double.IsNaN(sharpe) ? double.NegativeInfinity : sharpe;
}

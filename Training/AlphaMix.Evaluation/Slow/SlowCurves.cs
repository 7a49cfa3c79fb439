namespace AlphaMix.Evaluation.Slow;

/// <summary>The daily paths behind a <see cref="SlowEvaluation"/>.</summary>
/// <param name="Portfolios">The forecasts, in the evaluation's order.</param>
/// <param name="EqualWeight">1/N without costs.</param>
/// <param name="EqualWeightAtCosts">1/N at each cost.</param>
/// <param name="RelabelledBand">Where the additive equity of the first forecast's relabelled portfolios lies, before costs; null when there are none.</param>
public sealed record SlowCurves(
    IReadOnlyList<SlowPortfolio> Portfolios, SimulationResult EqualWeight, IReadOnlyList<SimulationResult> EqualWeightAtCosts, EquityBand? RelabelledBand);

using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The daily paths behind an <see cref="EvaluationResult"/>.</summary>
/// <param name="Strategies">Each strategy's simulations, in the order of <see cref="EvaluationResult.Strategies"/>.</param>
/// <param name="EqualWeight">1/N, rebalanced daily, without costs.</param>
/// <param name="EqualWeightAtCosts">1/N at each cost, in the order of <see cref="EvaluationResult.Costs"/>.</param>
/// <param name="RandomBand">
/// Quantiles of the random portfolios' additive equity, before costs; null under the conditions of <see cref="EvaluationResult.Random"/>.
/// </param>
/// <param name="PermutedBand">
/// Quantiles of the additive equity of the first strategy's permuted portfolios, before costs; null when none were drawn
/// (<see cref="EvaluationResult.Portfolios"/> is 0) or there is no strategy.
/// </param>
public sealed record EvaluationCurves(
    IReadOnlyList<StrategyCurves> Strategies,
    SimulationResult EqualWeight,
    IReadOnlyList<SimulationResult> EqualWeightAtCosts,
    EquityBand? RandomBand,
    EquityBand? PermutedBand);

using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The daily paths behind an <see cref="EvaluationResult"/>.</summary>
/// <param name="Strategies">Each strategy's simulations, in the result's order.</param>
/// <param name="EqualWeight">1/N without costs.</param>
/// <param name="EqualWeightAtCosts">1/N at each cost, in the result's order.</param>
/// <param name="RandomBand">Where the random portfolios' additive equity lies, before costs; null when there are none.</param>
/// <param name="PermutedBand">Where the additive equity of the first strategy's permuted portfolios lies, before costs; null when there are
/// none.</param>
public sealed record EvaluationCurves(
    IReadOnlyList<StrategyCurves> Strategies,
    SimulationResult EqualWeight,
    IReadOnlyList<SimulationResult> EqualWeightAtCosts,
    EquityBand? RandomBand,
    EquityBand? PermutedBand);

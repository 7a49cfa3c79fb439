namespace AlphaMix.Evaluation;

/// <summary>The daily paths behind an <see cref="EvaluationResult"/>.</summary>
/// <param name="Routers">Each router's simulation, in the result's order.</param>
/// <param name="EqualWeight">1/N's simulation.</param>
/// <param name="RandomBand">Where the random portfolios' additive equity lies, before costs.</param>
public sealed record EvaluationCurves(
    IReadOnlyList<SimulationResult> Routers, SimulationResult EqualWeight, EquityBand RandomBand);

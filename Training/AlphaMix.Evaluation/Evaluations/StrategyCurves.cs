using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The daily paths of one strategy.</summary>
/// <param name="Name">The strategy's name, as in <see cref="StrategyEvaluation.Name"/>.</param>
/// <param name="Free">The simulation without costs.</param>
/// <param name="AtCosts">
/// The simulation at each cost, in the order of <see cref="EvaluationResult.Costs"/>, at least one. Holdings may differ between them and
/// from <paramref name="Free"/>: a rule knows the expected cost, and may fall back to 1/N where trading is dear.
/// </param>
public sealed record StrategyCurves(string Name, SimulationResult Free, IReadOnlyList<SimulationResult> AtCosts)
{
    /// <summary>Gets the simulation at the highest costs, the last of <see cref="AtCosts"/>.</summary>
    public SimulationResult Net => AtCosts[^1];
}

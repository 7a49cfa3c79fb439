using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The daily paths of one strategy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Free">Without costs.</param>
/// <param name="AtCosts">At each cost, in the order of <see cref="EvaluationResult.Costs"/>; rules may decide differently when trading is
/// dearer.</param>
public sealed record StrategyCurves(string Name, SimulationResult Free, IReadOnlyList<SimulationResult> AtCosts)
{
    /// <summary>Gets the simulation at the highest costs.</summary>
    public SimulationResult Net => AtCosts[^1];
}

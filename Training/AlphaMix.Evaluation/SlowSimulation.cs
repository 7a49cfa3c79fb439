namespace AlphaMix.Evaluation;

/// <summary>What a slow portfolio did.</summary>
/// <param name="Result">Returns, costs, turnover and holdings, day by day.</param>
/// <param name="GatedDays">Days on which the gate was closed and the portfolio was 1/N.</param>
/// <param name="GateReason">Why the gate closed first; null when it never did.</param>
public sealed record SlowSimulation(SimulationResult Result, int GatedDays, string? GateReason)
{
    /// <summary>Gets for each day why the gate was closed, or null where the rule traded.</summary>
    public required IReadOnlyList<string?> Gates { get; init; }
}

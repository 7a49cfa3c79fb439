namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>One pick of one day, and who spoke.</summary>
/// <param name="Day">Decision day.</param>
/// <param name="Instrument">The instrument picked.</param>
/// <param name="Rank">Its rank by P(up) that day, from 1.</param>
/// <param name="ProbabilityUp">P(up), as the router gave it.</param>
/// <param name="ExpertsAsked">Number of experts evaluated.</param>
/// <param name="Contributions">The groups asked, in the order asked.</param>
internal sealed record TraceEntry(
    DateOnly Day, string Instrument, int Rank, double ProbabilityUp, int ExpertsAsked, IReadOnlyList<GroupContribution> Contributions);

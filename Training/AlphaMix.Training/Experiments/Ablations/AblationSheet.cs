using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>What one router says of the test span.</summary>
/// <param name="Router">The router.</param>
/// <param name="Sheet">Its scores.</param>
/// <param name="Parameters">The parameters it is made of.</param>
internal sealed record AblationSheet(string Router, ScoreSheet Sheet, long Parameters);

using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>A trained group of a small pool.</summary>
/// <param name="Shape">Architecture.</param>
/// <param name="Initialisation">Which start; groups of one start can become a soup.</param>
/// <param name="Parameters">The parameter vector.</param>
internal sealed record AblationGroup(GroupShape Shape, int Initialisation, float[] Parameters);

using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Groups;

/// <summary>A trained group with its record.</summary>
/// <param name="Record">Hyperparameters and validation figures.</param>
/// <param name="Parameters">The parameter vector in the order of <see cref="AlphaMix.Core.Experts.GroupLayout"/>; not to be
/// changed.</param>
public sealed record TrainedGroup(GroupRecord Record, float[] Parameters);

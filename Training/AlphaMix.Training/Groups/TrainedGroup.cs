using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Groups;

/// <summary>A trained group and how it came to be.</summary>
/// <param name="Record">Hyperparameters and validation figures.</param>
/// <param name="Parameters">The parameter vector.</param>
public sealed record TrainedGroup(GroupRecord Record, float[] Parameters);

namespace AlphaMix.Core.Pools;

/// <summary>The groups chosen with replacement and what they weigh (paper, Algorithm 2).</summary>
/// <param name="Groups">Indices of the distinct groups, in order of first choice.</param>
/// <param name="MixtureWeights">Their mixture weights, sum 1.</param>
public sealed record SelectionRecord(IReadOnlyList<int> Groups, IReadOnlyList<float> MixtureWeights);

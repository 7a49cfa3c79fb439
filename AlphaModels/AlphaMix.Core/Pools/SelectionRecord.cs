namespace AlphaMix.Core.Pools;

/// <summary>The groups of the router W, chosen with replacement, and their mixture weights (paper, Algorithm 2).</summary>
/// <param name="Groups">Indices of the distinct groups, in order of first choice.</param>
/// <param name="MixtureWeights">How often each was chosen, as a share: one a group, in [0, 1], sum 1 within 1e-5.</param>
public sealed record SelectionRecord(IReadOnlyList<int> Groups, IReadOnlyList<float> MixtureWeights);

namespace AlphaMix.Core.Pools;

/// <summary>The groups of the soup S, whose parameters were averaged (paper, Algorithm 3).</summary>
/// <param name="Ingredients">Indices of the groups kept, best first.</param>
/// <param name="Candidates">Number of groups that were tried: the best one and those that may join it.</param>
public sealed record SoupRecord(IReadOnlyList<int> Ingredients, int Candidates);

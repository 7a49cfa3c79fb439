namespace AlphaMix.Core.Pools;

/// <summary>The groups of the soup S, whose parameters were averaged (paper, Algorithm 3).</summary>
/// <param name="Ingredients">Indices of the groups kept, best first.</param>
/// <param name="Candidates">Number of groups of the best one's shape and start that were tried.</param>
public sealed record SoupRecord(IReadOnlyList<int> Ingredients, int Candidates);

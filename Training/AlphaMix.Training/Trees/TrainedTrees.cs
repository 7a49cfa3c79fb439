using AlphaMix.Core.Pools;
using AlphaMix.Core.Trees;

namespace AlphaMix.Training.Trees;

/// <summary>A trained tree group.</summary>
/// <param name="Record">How it was boosted, and its validation figures.</param>
/// <param name="Group">The trees.</param>
internal sealed record TrainedTrees(TreeGroupRecord Record, TreeGroup Group);

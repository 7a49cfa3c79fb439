using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Pools;

/// <summary>How a tree group was boosted, and its figures on the validation span.</summary>
/// <param name="Growth">The order in which its trees grew.</param>
/// <param name="Rate">Learning rate, in (0, 1].</param>
/// <param name="MaxDepth">Most questions from root to leaf; 0 for no bound.</param>
/// <param name="Trees">Number of trees, at least 1.</param>
/// <param name="Nodes">Number of their nodes, leaves included.</param>
/// <param name="Start">The log odds that every score starts from.</param>
/// <param name="TrainingLoss">Mean cross-entropy over the training span, in nats.</param>
/// <param name="ValidationLoss">Mean cross-entropy on the validation span, in nats.</param>
/// <param name="ValidationAccuracy">Share of validation samples classified correctly, in [0, 1].</param>
/// <param name="ValidationProfit">Pro: total return of the daily top-k strategy on the validation span, as a fraction, no costs.</param>
public sealed record TreeGroupRecord(
    TreeGrowth Growth,
    double Rate,
    int MaxDepth,
    int Trees,
    int Nodes,
    double Start,
    double TrainingLoss,
    double ValidationLoss,
    double ValidationAccuracy,
    double ValidationProfit)
{
    /// <summary>Returns whether this is the record of a group: trees, nodes and start are the same.</summary>
    internal bool Describes(TreeGroup group) =>
        Trees == group.Trees.Count && Nodes == group.Trees.NodeCount && Start.Equals(group.Trees.Start);
}

using AlphaMix.Core.Numerics;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Tests.Trees;

/// <summary>Scores of trees and their losses.</summary>
internal static class TreeLosses
{
    public static double[] Scores(TreeEnsemble trees, TreeSamples samples)
    {
        var scores = new double[samples.Count];
        trees.Score(samples.Rows, samples.Offsets, scores);
        return scores;
    }

    /// <summary>Returns the squared error, or the cross-entropy in nats, of each sample.</summary>
    public static double[] Each(TreeLoss loss, double[] scores, float[] targets) => [.. scores.Zip(targets, (score, target) =>
        loss == TreeLoss.Squared ? (score - target) * (score - target) : ExactMath.Softplus(target == 1 ? -score : score))];

    public static double Mean(TreeLoss loss, double[] scores, float[] targets) => Each(loss, scores, targets).Average();
}

using AlphaMix.Core.Numerics;
using AlphaMix.Core.Trees;

namespace AlphaMix.Training.Trees;

/// <summary>
/// Gradient boosting of histogram trees with second-order steps (Friedman 2001; Chen and Guestrin 2016; Ke et al. 2017). Samples and options
/// determine the trees to the bit, whatever the number of threads. There is no sampling, so that there is no seed.
/// </summary>
/// <param name="options">How trees are boosted.</param>
/// <param name="threads">Number of threads, at least 1.</param>
internal sealed class TreeBooster(TreeOptions options, int threads)
{
    /// <summary>Boosts trees. Fewer than asked for when one finds no split: no later one would.</summary>
    /// <param name="samples">Windows and targets.</param>
    /// <param name="cancellation">Checked between trees.</param>
    /// <returns>
    /// The trees; scores start from the mean target, or for log loss from its log odds, and are then the target or the log odds.
    /// </returns>
    /// <exception cref="ArgumentException">Options or samples have a fault, or all targets of a log loss are 0 or 1.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public TreeEnsemble Train(TreeSamples samples, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        options.Validate();
        samples.Validate(options.Loss);
        var start = Start(samples.Targets);
        var scores = new double[samples.Count];
        scores.AsSpan().Fill(start);
        var gradients = new Gradient[samples.Count];
        var tree = new GrowingTree(new BinnedColumns(samples, options.Bins, threads), options, threads);
        ITreeGrower grower = options.Growth == TreeGrowth.Symmetric
            ? new SymmetricGrower(tree, options)
            : new BestFirstGrower(tree, options);
        var trees = new List<TreeNode[]>(options.Trees);
        while (trees.Count < options.Trees)
        {
            cancellation.ThrowIfCancellationRequested();
            Differentiate(scores, samples.Targets, gradients);
            var leaves = grower.Grow(gradients);
            if (leaves.Count == 1)
                break;
            foreach (var leaf in leaves)
                Add(tree.SetValue(leaf), tree.SamplesOf(leaf), scores);
            trees.Add(tree.ToNodes());
        }

        return new TreeEnsemble(samples.WindowSize, start, trees);
    }

    private double Start(float[] targets)
    {
        var mean = targets.Sum(target => (double)target) / targets.Length;
        if (options.Loss == TreeLoss.Squared)
            return mean;
        return mean is > 0 and < 1
            ? ExactMath.Log(mean / (1 - mean))
            : throw new ArgumentException($"Trees: all targets are {mean}; a log loss needs both 0 and 1.", nameof(targets));
    }

    private void Differentiate(double[] scores, float[] targets, Gradient[] gradients)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (options.Loss == TreeLoss.Squared)
            {
                gradients[i] = new Gradient((float)(scores[i] - targets[i]), 1);
                continue;
            }

            var up = ExactMath.Sigmoid(scores[i]);
            gradients[i] = new Gradient((float)(up - targets[i]), (float)(up * (1 - up)));
        }
    }

    private static void Add(float value, ReadOnlySpan<int> samples, double[] scores)
    {
        foreach (var sample in samples)
            scores[sample] += value;
    }
}

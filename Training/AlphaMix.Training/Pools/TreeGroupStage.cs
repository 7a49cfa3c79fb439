using AlphaMix.Core.Numerics;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Trees;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Runs;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Pools;

/// <summary>Boosts the configured tree groups on the samples that the networks are trained on.</summary>
/// <param name="configuration">Which tree groups.</param>
/// <param name="threads">Number of threads; the trees do not depend on it.</param>
/// <param name="observer">Receives a line a group.</param>
internal sealed class TreeGroupStage(TrainingConfiguration configuration, int threads, ITrainingObserver observer)
{
    /// <summary>Boosts the groups, one after another.</summary>
    /// <param name="data">The run's data.</param>
    /// <param name="validation">Judges them.</param>
    /// <param name="cancellation">Checked between trees.</param>
    /// <exception cref="ConfigurationException">A group found no question worth asking.</exception>
    public TrainedTrees[] Train(TrainingData data, ValidationSpan validation, CancellationToken cancellation) =>
        [.. configuration.Pool.Trees.Select((options, i) => Train($"pool.trees[{i}]", options, data, validation, cancellation))];

    private TrainedTrees Train(
        string path, TreeGroupOptions options, TrainingData data, ValidationSpan validation, CancellationToken cancellation)
    {
        var samples = TreeSamples.From(data.Samples);
        var trees = new TreeBooster(options.ToTreeOptions(), threads).Train(samples, cancellation);
        if (trees.Count == 0)
            throw new ConfigurationException(
                $"{path}: no split of {samples.Count} samples gains anything within the bounds; lower leafSamples, or leave the group "
                    + "out.");
        var group = new TreeGroup(trees);
        var figures = validation.Judge(group);
        var record = new TreeGroupRecord(
            options.Growth, options.Rate, options.Depth, trees.Count, trees.NodeCount, trees.Start, Loss(trees, samples), figures.Loss,
            figures.Accuracy, figures.Profit);
        observer.Note(FormattableString.Invariant(
            $"{path}: {trees.Count} trees, loss {record.TrainingLoss:0.00000}, validation loss {record.ValidationLoss:0.00000}, accuracy ")
            + FormattableString.Invariant($"{record.ValidationAccuracy:0.0000}, profit {record.ValidationProfit:0.0000}"));
        return new TrainedTrees(record, group);
    }

    private static double Loss(TreeEnsemble trees, TreeSamples samples)
    {
        var scores = new double[samples.Count];
        trees.Score(samples.Rows, samples.Offsets, scores);
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
            sum += ExactMath.Softplus(samples.Targets[i] == 1 ? -scores[i] : scores[i]);
        return sum / scores.Length;
    }
}

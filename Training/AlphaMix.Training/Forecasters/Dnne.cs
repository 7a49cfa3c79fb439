using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>
/// Bagged networks (Yang et al. 2017, after Breiman 1996): four perceptrons, each trained on a bootstrap resample of the training
/// samples, logits averaged. That paper leaves the networks open; these are MLP's.
/// </summary>
internal sealed class Dnne : IBaseline
{
    /// <summary>Number of networks, that of the other ensembles.</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public string Name => "DNNE";

    /// <inheritdoc/>
    public string Source =>
        "Yang, Gong and Yang (2017) with Breiman's bagging (1996): four networks as MLP's, each on a resample of the samples; logits "
            + "averaged. Networks and size are not specified there.";

    /// <inheritdoc/>
    public IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var members = Enumerable.Range(0, Size)
            .Select(i => new PerceptronMember(Resample(data.Samples, options.Seed, i), new GroupJob(i, i, Perceptrons.Standard)))
            .ToArray();
        return new MeanLogits(Perceptrons.Train(members, options, cancellation));
    }

    /// <summary>Draws as many samples as there are, with replacement; about 63 % of them come up.</summary>
    internal static TrainingSamples Resample(TrainingSamples samples, long seed, int member)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Bagging, member);
        var offsets = new int[samples.Count];
        var labels = new byte[samples.Count];
        for (var i = 0; i < offsets.Length; i++)
        {
            var drawn = random.NextInt(samples.Count);
            (offsets[i], labels[i]) = (samples.Offsets[drawn], samples.Labels[drawn]);
        }

        return samples with { Offsets = offsets, Labels = labels };
    }
}

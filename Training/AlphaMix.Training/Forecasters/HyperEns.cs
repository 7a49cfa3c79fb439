using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Routers;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>
/// A hyper ensemble (Wenzel et al. 2020): perceptrons of randomly drawn hyperparameters from one start, of which those are chosen, greedily
/// and with replacement, that lower the validation loss of the mean logits most, until none does or four distinct ones are in.
/// </summary>
/// <remarks>Diversity by hyperparameters alone, as in the paper's Figure 4; the draws are from the paper's own grid (section
/// 5.4).</remarks>
internal sealed class HyperEns : IBaseline
{
    /// <summary>Number of distinct networks at which the choice stops: the paper's Table 5.</summary>
    public const int Size = 4;

    /// <summary>Number of combinations drawn.</summary>
    public const int Trials = 16;

    /// <inheritdoc/>
    public string Name => "HyperEns";

    /// <inheritdoc/>
    public string Source =>
        "Wenzel, Snoek, Tran and Jenatton (2020): 16 random combinations of the paper's grid, greedy choice with replacement on "
            + "validation loss, 4 distinct; logits averaged.";

    /// <inheritdoc/>
    public IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var candidates = new SearchOptions { Kind = SearchKind.Random, Trials = Trials, Experts = [1] }.Candidates(options.Seed);
        var members = candidates.Select((candidate, i) => new PerceptronMember(data.Samples, new GroupJob(i, 0, candidate))).ToArray();
        var networks = Perceptrons.Train(members, options, cancellation);
        var logits = Array.ConvertAll(networks, network => ValidationLogits(data, network));
        var labels = Array.ConvertAll(data.Validation, sample => sample.Label);
        var chosen = WithReplacementSelector.Select(networks.Length, Size, ensemble => -MeanLoss(logits, ensemble, labels));
        return new MeanLogits([.. chosen.Groups.Select(i => networks[i])], chosen.MixtureWeights);
    }

    private static float[] ValidationLogits(TrainingData data, ExpertGroup network)
    {
        var offsets = Array.ConvertAll(data.Validation, sample => sample.WindowOffset);
        var logits = new float[GroupShape.Outputs * offsets.Length];
        network.Logits(data.Panel.Rows, offsets, logits, new InferenceScratch());
        return logits;
    }

    /// <summary>Returns the mean cross-entropy, in nats, of the mean logits of an ensemble whose members may repeat.</summary>
    internal static double MeanLoss(float[][] logits, IReadOnlyCollection<int> ensemble, byte[] labels)
    {
        var total = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            var margin = 0.0;
            foreach (var member in ensemble)
                margin += (double)logits[member][2 * i + 1] - logits[member][2 * i];
            margin /= ensemble.Count;
            total += ExactMath.Softplus(labels[i] == 1 ? -margin : margin);
        }

        return total / labels.Length;
    }
}

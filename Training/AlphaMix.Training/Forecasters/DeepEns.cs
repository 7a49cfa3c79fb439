using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>
/// A deep ensemble: the mean logits of four perceptrons that differ in start and shuffles (Lakshminarayanan et al. 2017).
/// </summary>
internal sealed class DeepEns : IBaseline
{
    /// <summary>Number of networks: the paper's Table 5 (the authors' script averages three).</summary>
    public const int Size = 4;

    /// <inheritdoc/>
    public string Name => "DeepEns";

    /// <inheritdoc/>
    public string Source =>
        "Lakshminarayanan, Pritzel and Blundell (2017): four networks as MLP's, from independent starts; logits averaged. Size from the "
            + "paper's Table 5.";

    /// <inheritdoc/>
    public IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var members = Enumerable.Range(0, Size)
            .Select(i => new PerceptronMember(data.Samples, new GroupJob(i, i, Perceptrons.Standard)))
            .ToArray();
        return new MeanLogits(Perceptrons.Train(members, options, cancellation));
    }
}

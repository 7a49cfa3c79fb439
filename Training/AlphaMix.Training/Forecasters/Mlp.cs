using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Forecasters;

/// <summary>One multilayer perceptron, the network that AlphaMix makes groups of (paper, section 5.5).</summary>
internal sealed class Mlp : IBaseline
{
    /// <inheritdoc/>
    public string Name => "MLP";

    /// <inheritdoc/>
    public string Source =>
        "Authors' nn.py and train_base.py: two hidden layers of 128, LeakyReLU, batch 128, Adam 1e-4; shuffled every epoch, parameters "
            + "of the last.";

    /// <inheritdoc/>
    public IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var member = new PerceptronMember(data.Samples, new GroupJob(0, 0, Perceptrons.Standard));
        return new MeanLogits(Perceptrons.Train([member], options, cancellation));
    }
}

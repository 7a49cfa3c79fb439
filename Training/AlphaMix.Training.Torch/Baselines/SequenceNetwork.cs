using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// A network over windows as sequences: shape (batch, days, features), oldest first, to the two logits (batch, 2), "down" and "up".
/// </summary>
internal abstract class SequenceNetwork(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>Draws all parameters afresh.</summary>
    /// <param name="start">Where numbers come from: the same on every device.</param>
    public abstract void Start(ParameterStart start);

    /// <summary>Returns what the method adds to the loss, or null.</summary>
    public virtual Tensor? Penalty() => null;
}

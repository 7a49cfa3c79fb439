using TorchSharp;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// Dropout with a stream of its own: libtorch's draws from one that all threads share, so that results would depend on what else runs.
/// </summary>
/// <param name="share">Share of the values set to 0, in [0, 1).</param>
/// <param name="noise">The stream, on the network's device.</param>
internal sealed class Dropout(double share, Generator noise)
{
    private readonly Scalar _share = share;
    private readonly Scalar _scale = 1 / (1 - share);

    /// <summary>Sets values to 0 at random and scales the others up, in training; gives the values as they are otherwise.</summary>
    public Tensor Apply(Tensor values, bool isTraining)
    {
        if (!isTraining)
            return values;
        var kept = rand(values.shape, dtype: values.dtype, device: values.device, generator: noise).ge(_share);
        var scaled = (values * kept).mul(_scale);
        // See Scalars.
        GC.KeepAlive(this);
        return scaled;
    }
}

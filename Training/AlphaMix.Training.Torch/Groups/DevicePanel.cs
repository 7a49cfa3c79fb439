using AlphaMix.Training.Groups;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>The training samples on the device: rows once, windows as overlapping views of them.</summary>
internal sealed class DevicePanel : IDisposable
{
    private readonly Tensor _rows;

    /// <summary>Initializes a new instance of the <see cref="DevicePanel"/> class.</summary>
    public DevicePanel(TrainingSamples samples, Device device)
    {
        using var scope = NewDisposeScope();
        var starts = samples.Rows.Length - samples.WindowSize + 1;
        _rows = DeviceArray.Upload(samples.Rows, [samples.Rows.Length], device);
        Windows = _rows.as_strided([starts, samples.WindowSize], [1, 1]);
        Offsets = DeviceArray.Upload(Array.ConvertAll(samples.Offsets, offset => (long)offset), [samples.Count], device);
        Labels = DeviceArray.Upload(Array.ConvertAll(samples.Labels, label => (float)label), [samples.Count], device);
        _rows.DetachFromDisposeScope();
        Windows.DetachFromDisposeScope();
        Offsets.DetachFromDisposeScope();
        Labels.DetachFromDisposeScope();
    }

    /// <summary>Gets the windows that start at each value of the rows, shape (starts, window size); a view.</summary>
    public Tensor Windows { get; }

    /// <summary>Gets per sample where its window starts, shape (samples).</summary>
    public Tensor Offsets { get; }

    /// <summary>Gets per sample 1 (up) or 0 (down), shape (samples).</summary>
    public Tensor Labels { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Windows.Dispose();
        Offsets.Dispose();
        Labels.Dispose();
        _rows.Dispose();
    }
}

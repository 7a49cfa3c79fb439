using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>A fitted network.</summary>
/// <param name="network">The network, in evaluation mode; disposed with this.</param>
/// <param name="windowSize">Values in a window.</param>
/// <param name="features">Values in a row.</param>
/// <param name="device">The network's device.</param>
internal sealed class TorchForecaster(SequenceNetwork network, int windowSize, int features, Device device) : IFittedBaseline, ISized
{
    // Enough to keep a device busy, little enough to fit any.
    private const int Chunk = 4096;

    /// <inheritdoc/>
    public long ParameterCount => network.parameters().Sum(parameter => parameter.numel());

    /// <inheritdoc/>
    public void Forecast(float[] rows, ReadOnlySpan<int> offsets, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (probabilities.Length != offsets.Length)
            throw new ArgumentException(
                $"{offsets.Length} windows, but room for {probabilities.Length} probabilities.", nameof(probabilities));
        for (var from = 0; from < offsets.Length; from += Chunk)
        {
            var count = Math.Min(Chunk, offsets.Length - from);
            Part(rows, offsets.Slice(from, count)).CopyTo(probabilities[from..]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => network.Dispose();

    private float[] Part(float[] rows, ReadOnlySpan<int> offsets)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var values = new float[offsets.Length * windowSize];
        for (var i = 0; i < offsets.Length; i++)
            rows.AsSpan(offsets[i], windowSize).CopyTo(values.AsSpan(i * windowSize));
        var windows = DeviceArray.Upload(values, [offsets.Length, windowSize / features, features], device);
        var up = network.forward(windows).softmax(1).select(1, 1);
        var probabilities = new float[offsets.Length];
        DeviceArray.Download(up, probabilities);
        return probabilities;
    }
}

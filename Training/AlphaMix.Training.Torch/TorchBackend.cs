using AlphaMix.Training.Backends;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Torch.Baselines;
using AlphaMix.Training.Torch.Devices;
using AlphaMix.Training.Torch.Groups;

namespace AlphaMix.Training.Torch;

/// <summary>
/// TorchSharp as a backend: groups of equal shape as one batched program, and the paper's recurrent and attentive baselines.
/// </summary>
public sealed class TorchBackend : ITrainingBackend
{
    /// <inheritdoc/>
    public IGroupSetTrainer CreateTrainer(BackendOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new TorchGroupSetTrainer(TorchDevices.Open(options), options.Threads);
    }

    /// <inheritdoc/>
    public IReadOnlyList<IBaseline> CreateBaselines(BackendOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var device = TorchDevices.Open(options);
        return [new AlstmBaseline(device), new LstmBaseline(device), new SfmBaseline(device), new GruBaseline(device), new GTransBaseline(
            device)];
    }
}

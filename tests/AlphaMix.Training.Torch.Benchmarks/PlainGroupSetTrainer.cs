using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Torch.Devices;
using AlphaMix.Training.Torch.Groups;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Benchmarks;

/// <summary>What one would write first: a module a group, autograd, Adam parameter by parameter, one group after another. The panel is on the device here too.</summary>
/// <param name="device">The device.</param>
internal sealed class PlainGroupSetTrainer(Device device) : IGroupSetTrainer
{
    /// <inheritdoc/>
    public void Train(
        TrainingSamples samples,
        IReadOnlyList<GroupJob> jobs,
        GroupTrainingOptions options,
        GroupEpochCallback onEpoch,
        Action<string> note,
        CancellationToken cancellation = default)
    {
        using var panel = new DevicePanel(samples, device);
        foreach (var job in jobs)
            Train(panel, samples, job, options, onEpoch);
    }

    private void Train(DevicePanel panel, TrainingSamples samples, GroupJob job, GroupTrainingOptions options, GroupEpochCallback onEpoch)
    {
        using var scope = NewDisposeScope();
        var layout = new GroupLayout(job.Hyperparameters.ShapeFor(samples.WindowSize));
        using var group = new PlainGroup(layout, GroupInitialiser.Create(layout, options.FastStart, options.Seed, job.Initialisation), device);
        var adam = new PlainAdam(group.parameters(), job.Hyperparameters.LearningRate);
        var order = new int[samples.Count];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            BatchOrder.Fill(order, options.Seed, job.Ordinal, epoch);
            var sequence = DeviceArray.Upload(Array.ConvertAll(order, sample => (long)sample), [order.Length], device);
            var (starts, labels) = (panel.Offsets.index_select(0, sequence), panel.Labels.index_select(0, sequence).to(ScalarType.Int64));
            var (batch, total) = (job.Hyperparameters.BatchSize, zeros(1, device: device));
            var steps = order.Length / batch;
            for (var step = 0; step < steps; step++)
            {
                using var work = NewDisposeScope();
                var windows = panel.Windows.index_select(0, starts.narrow(0, (long)step * batch, batch));
                var loss = nn.functional.cross_entropy(group.forward(windows), labels.narrow(0, (long)step * batch, batch));
                using (no_grad())
                    total.add_(loss);
                adam.Step(loss);
            }

            onEpoch(job, epoch, total.cpu().item<float>() / (double)steps, []);
        }
    }
}

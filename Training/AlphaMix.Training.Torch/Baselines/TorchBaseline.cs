using AlphaMix.Core.Numerics;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Torch.Devices;
using AlphaMix.Training.Torch.Groups;
using TorchSharp;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// What the TorchSharp baselines have in common: cross-entropy of the label, Adam, mini-batches reshuffled every epoch with the incomplete
/// last one dropped, the parameters after the last epoch kept (nothing is selected on the validation span). The authors' scripts do not
/// shuffle and keep the epoch of the best validation accuracy; both would favour a baseline or harm it by accident.
/// </summary>
internal abstract class TorchBaseline : IBaseline
{
    private readonly Device _device;
    private readonly int _key;

    /// <summary>Initializes a new instance of the <see cref="TorchBaseline"/> class.</summary>
    /// <param name="device">Where it is trained and asked.</param>
    /// <param name="key">Keys its random numbers; differs among the baselines. Negative, as groups have the others.</param>
    private protected TorchBaseline(Device device, int key)
    {
        _device = device;
        _key = key;
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Source { get; }

    /// <summary>Gets Adam's step size: the authors' 1e-4 unless said.</summary>
    internal virtual double LearningRate => 1e-4;

    /// <summary>Gets the samples in a mini-batch: the authors' 128 unless said.</summary>
    internal virtual int BatchSize => 128;

    /// <inheritdoc/>
    public IFittedBaseline Train(TrainingData data, BaselineOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        return Train(data.Samples, data.Panel.Spec.RowSize, options, cancellation);
    }

    /// <summary>Builds the network; its parameters need no values yet.</summary>
    /// <param name="days">Rows in a window.</param>
    /// <param name="features">Values in a row.</param>
    /// <param name="noise">For what is random while training.</param>
    internal abstract SequenceNetwork Build(int days, int features, Generator noise);

    /// <summary>Fits the network on samples.</summary>
    /// <param name="samples">The training samples.</param>
    /// <param name="features">Values in a row of a window.</param>
    /// <param name="options">Seed, epochs.</param>
    /// <param name="cancellation">Checked between mini-batches.</param>
    internal IFittedBaseline Train(TrainingSamples samples, int features, BaselineOptions options, CancellationToken cancellation = default)
    {
        samples.Validate(BatchSize);
        using var scope = NewDisposeScope();
        using var noise = new Generator(new KeyedRandom(options.Seed, RandomPurpose.Initialisation, _key, 1).NextBits(), _device);
        var network = Build(samples.WindowSize / features, features, noise);
        network.Start(new ParameterStart(new KeyedRandom(options.Seed, RandomPurpose.Initialisation, _key)));
        network.to(_device);
        network.train();
        using var panel = new DevicePanel(samples, _device);
        var parameters = new ParameterVector(network.parameters());
        var adam = new StackAdam(
            parameters.Values, zeros_like(parameters.Values), zeros_like(parameters.Values), [(float)LearningRate], stepsDone: 0);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
            Epoch(network, parameters, adam, panel, Order(samples.Count, options.Seed, epoch), features, epoch, cancellation);

        network.eval();
        foreach (var parameter in network.parameters())
            parameter.DetachFromDisposeScope();
        foreach (var buffer in network.buffers())
            buffer.DetachFromDisposeScope();
        return new TorchForecaster(network, samples.WindowSize, features, _device);
    }

    private long[] Order(int count, long seed, int epoch)
    {
        var order = new int[count];
        BatchOrder.Fill(order, seed, _key, epoch);
        return Array.ConvertAll(order[..(count / BatchSize * BatchSize)], sample => (long)sample);
    }

    private void Epoch(
        SequenceNetwork network,
        ParameterVector parameters,
        StackAdam adam,
        DevicePanel panel,
        long[] order,
        int features,
        int epoch,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var sequence = DeviceArray.Upload(order, [order.Length], _device);
        var starts = panel.Offsets.index_select(0, sequence);
        var labels = panel.Labels.index_select(0, sequence).to(ScalarType.Int64);
        var total = zeros(1, device: _device);
        for (var from = 0L; from < order.Length; from += BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            using var step = NewDisposeScope();
            var windows = panel.Windows.index_select(0, starts.narrow(0, from, BatchSize)).view(BatchSize, -1, features);
            var loss = nn.functional.cross_entropy(network.forward(windows), labels.narrow(0, from, BatchSize));
            using (no_grad())
                total.add_(loss);
            if (network.Penalty() is { } penalty)
                loss = loss + penalty;
            adam.Step(parameters.Gradient(loss));
            parameters.Write();
        }

        var mean = total.cpu().item<float>() / (order.Length / BatchSize);
        if (!float.IsFinite(mean))
            throw new TrainingDivergedException(
                $"{Name}: the loss is {mean} in epoch {epoch} (learning rate {LearningRate}). Look for missing values in the features.");
    }
}

using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Torch.Devices;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>Trains one stack on the device, epoch after epoch, from where its state is.</summary>
/// <param name="samples">The training samples.</param>
/// <param name="panel">The same on the device.</param>
/// <param name="device">The device.</param>
/// <param name="options">Epochs, loss, seed.</param>
internal sealed class StackTraining(TrainingSamples samples, DevicePanel panel, Device device, GroupTrainingOptions options)
{
    /// <summary>Trains to the last epoch. After each, the state is up to date, then the callback is called for each group.</summary>
    /// <exception cref="TrainingDivergedException">A loss or a parameter is not finite.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public void Run(StackState state, GroupEpochCallback onEpoch, CancellationToken cancellation)
    {
        using var everything = NewDisposeScope();
        var steps = samples.Count / state.BatchSize;
        var parameters = DeviceArray.Upload(state.Parameters, [state.Jobs.Length, state.Layout.ParameterCount], device);
        var gradient = new StackGradient(parameters, state.Layout, state.BatchSize, options.Loss);
        var adam = new StackAdam(
            parameters,
            DeviceArray.Upload(state.Mean, parameters.shape, device),
            DeviceArray.Upload(state.Square, parameters.shape, device),
            Array.ConvertAll(state.Jobs, job => (float)job.Hyperparameters.LearningRate),
            state.Epoch * steps);
        var order = new long[state.Jobs.Length * steps * state.BatchSize];
        while (state.Epoch < options.Epochs)
        {
            var losses = Epoch(state, gradient, adam, order, steps, cancellation);
            DeviceArray.Download(parameters, state.Parameters);
            DeviceArray.Download(adam.Mean, state.Mean);
            DeviceArray.Download(adam.Square, state.Square);
            state.Epoch++;
            for (var group = 0; group < state.Jobs.Length; group++)
            {
                RequireFinite(state, group);
                onEpoch(state.Jobs[group], state.Epoch, losses[group], state.ParametersOf(group));
            }
        }
    }

    /// <summary>Runs one epoch and gives each group's mean loss.</summary>
    private double[] Epoch(
        StackState state, StackGradient gradient, StackAdam adam, long[] order, int steps, CancellationToken cancellation)
    {
        using var epoch = NewDisposeScope();
        var groups = state.Jobs.Length;
        FillOrder(state, order);
        var sequence = DeviceArray.Upload(order, [order.Length], device);
        var starts = panel.Offsets.index_select(0, sequence).view(groups, -1);
        var labels = panel.Labels.index_select(0, sequence).view(groups, -1);
        var margins = empty_like(labels);
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var work = NewDisposeScope();
            var from = (long)step * state.BatchSize;
            var windows = panel.Windows.index_select(0, starts.narrow(1, from, state.BatchSize).reshape(-1));
            var (slope, margin) = gradient.Compute(windows, labels.narrow(1, from, state.BatchSize));
            margins.narrow(1, from, state.BatchSize).copy_(margin);
            adam.Step(slope);
        }

        return new EpochLosses(state, options.Loss, steps).Compute(margins, labels);
    }

    // The CPU trainers' own shuffles: what a group becomes does not depend on the stack it is in. Drawing them takes under a hundredth of
    // an epoch.
    private void FillOrder(StackState state, long[] order)
    {
        var drawn = new int[samples.Count];
        var used = order.Length / state.Jobs.Length;
        for (var group = 0; group < state.Jobs.Length; group++)
        {
            BatchOrder.Fill(drawn, options, state.Jobs[group].Ordinal, state.Epoch + 1);
            for (var i = 0; i < used; i++)
                order[group * used + i] = drawn[i];
        }
    }

    private static void RequireFinite(StackState state, int group)
    {
        var parameters = state.ParametersOf(group);
        for (var i = 0; i < parameters.Length; i++)
            if (!float.IsFinite(parameters[i]))
                throw new TrainingDivergedException(
                    $"Group {state.Jobs[group].Ordinal}: parameter {i} is {parameters[i]} after epoch {state.Epoch} "
                    + $"(learning rate {state.Jobs[group].Hyperparameters.LearningRate}).");
    }
}

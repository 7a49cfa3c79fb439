using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Torch.Devices;
using TorchSharp;

namespace AlphaMix.Training.Torch.Groups;

/// <summary>
/// Trains groups of equal shape and batch size as one batched program, so that a stack costs little more than one of its groups on a device
/// with room to spare. Start, order of samples, loss and optimiser are the CPU trainers'.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="threads">Stacks in flight at once, at least 1: while one thread prepares a launch, another's runs.</param>
internal sealed class TorchGroupSetTrainer(torch.Device device, int threads) : IGroupSetTrainer
{
    private readonly GroupScheduler _scheduler = new(threads);

    /// <summary>Gets or sets what is called before a stack goes on; for tests, which fill the device here.</summary>
    internal Action<StackState> Starting { get; set; } = _ => { };

    /// <inheritdoc/>
    public void Train(
        TrainingSamples samples,
        IReadOnlyList<GroupJob> jobs,
        GroupTrainingOptions options,
        GroupEpochCallback onEpoch,
        Action<string> note,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onEpoch);
        ArgumentNullException.ThrowIfNull(note);
        Check(samples, jobs);
        if (jobs.Count == 0)
            return;

        using var panel = PanelOn(samples);
        var training = new StackTraining(samples, panel, device, options);
        var stacks = jobs.GroupBy(job => job.Hyperparameters with { LearningRate = 1 }).Select(stack => stack.ToArray()).ToArray();
        note($"{jobs.Count} groups in {stacks.Length} batched programs by TorchSharp on {device}");
        _scheduler.Run(
            stacks,
            stack => Cost(stack, samples),
            (stack, token) =>
            {
                Run(training, StackState.Start(stack, samples.WindowSize, options), onEpoch, note, token);
                return true;
            },
            cancellation);
    }

    private static void Check(TrainingSamples samples, IReadOnlyList<GroupJob> jobs)
    {
        foreach (var job in jobs)
        {
            var faults = job.Hyperparameters.Faults().ToList();
            if (faults.Count > 0)
                throw new ArgumentException($"Group {job.Ordinal}: {string.Join("; ", faults)}.", nameof(jobs));
        }

        if (jobs.Count > 0)
            samples.Validate(jobs.Max(job => job.Hyperparameters.BatchSize));
    }

    private DevicePanel PanelOn(TrainingSamples samples)
    {
        try
        {
            return new DevicePanel(samples, device);
        }
        catch (Exception fault) when (OutOfMemory.Is(fault))
        {
            throw OutOfMemory.For($"The panel ({samples.Rows.Length / (1 << 18)} MiB)", fault);
        }
    }

    // A stack that does not fit goes on as two of half its size, from the end of the last epoch: no work is lost but that epoch's.
    private void Run(
        StackTraining training, StackState state, GroupEpochCallback onEpoch, Action<string> note, CancellationToken cancellation)
    {
        try
        {
            Starting(state);
            training.Run(state, onEpoch, cancellation);
            return;
        }
        catch (Exception fault) when (OutOfMemory.Is(fault))
        {
            if (state.Jobs.Length == 1)
                throw OutOfMemory.For($"Group {state.Jobs[0].Ordinal}", fault);
        }

        note(
            $"{device}: out of memory with {state.Jobs.Length} groups of h {state.Layout.Shape.HiddenSize}, batch {state.BatchSize}, at "
                + $"once; "
            + $"going on after epoch {state.Epoch} with half as many");
        foreach (var half in state.Split())
            Run(training, half, onEpoch, note, cancellation);
    }

    // Launches decide, so the number of steps counts before the size of the groups.
    private static double Cost(GroupJob[] stack, TrainingSamples samples)
    {
        var hyperparameters = stack[0].Hyperparameters;
        return (double)samples.Count / hyperparameters.BatchSize * (1 + stack.Length * hyperparameters.HiddenSize / 1e4);
    }
}

using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>
/// Base of the CPU trainers: checks, initialisation, and the loop over epochs and mini-batches. Derived trainers compute gradient and step.
/// </summary>
public abstract class GroupTrainer : IGroupTrainer
{
    /// <inheritdoc/>
    public float[] Train(
        TrainingSamples samples,
        GroupJob job,
        GroupTrainingOptions options,
        EpochCallback? onEpoch = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(options);
        var faults = job.Hyperparameters.Faults().ToList();
        if (faults.Count > 0)
            throw new ArgumentException($"Group {job.Ordinal}: {string.Join("; ", faults)}.", nameof(job));
        samples.Validate(job.Hyperparameters.BatchSize);

        var layout = new GroupLayout(job.Hyperparameters.ShapeFor(samples.WindowSize));
        var parameters = GroupInitialiser.Create(layout, options.FastStart, options.Seed, job.Initialisation);
        GroupTrainingLoop.Run(
            parameters,
            samples,
            job,
            options,
            Gradient(layout, samples, job.Hyperparameters.BatchSize, options),
            CreateUpdate(layout.ParameterCount, job.Hyperparameters.LearningRate),
            onEpoch,
            cancellation);
        return parameters;
    }

    private IBatchGradient Gradient(GroupLayout layout, TrainingSamples samples, int batchSize, GroupTrainingOptions options)
    {
        var gradient = CreateGradient(layout, samples, batchSize, options.Loss);
        return options.FreezeFastVectors ? new FrozenFastVectors(gradient, layout) : gradient;
    }

    private protected abstract IBatchGradient CreateGradient(GroupLayout layout, TrainingSamples samples, int batchSize, LossKind loss);

    private protected abstract IParameterUpdate CreateUpdate(int count, double learningRate);
}

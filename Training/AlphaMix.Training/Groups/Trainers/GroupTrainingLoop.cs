using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>Epochs and mini-batches of one group: what all CPU trainers share.</summary>
internal static class GroupTrainingLoop
{
    /// <summary>Runs all epochs.</summary>
    /// <param name="parameters">The starting parameters, trained in place.</param>
    /// <param name="samples">The training samples.</param>
    /// <param name="job">The group.</param>
    /// <param name="options">Epochs, loss, seed.</param>
    /// <param name="gradient">Loss and gradient of a mini-batch.</param>
    /// <param name="update">The optimiser.</param>
    /// <param name="onEpoch">Called after each epoch.</param>
    /// <param name="cancellation">Checked between mini-batches.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        float[] parameters,
        TrainingSamples samples,
        GroupJob job,
        GroupTrainingOptions options,
        IBatchGradient gradient,
        IParameterUpdate update,
        EpochCallback? onEpoch,
        CancellationToken cancellation)
    {
        var batchSize = job.Hyperparameters.BatchSize;
        var steps = samples.Count / batchSize;
        var order = new int[samples.Count];
        // Aligned, so that no vector of optimiser and first layer straddles two cache lines.
        var current = new AlignedFloats(parameters.Length);
        var slope = new AlignedFloats(parameters.Length);
        parameters.CopyTo(current.Span);
        var losses = new double[options.Loss == LossKind.Individual ? job.Hyperparameters.Experts : 1];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            BatchOrder.Fill(order, options, job.Ordinal, epoch);
            var total = 0.0;
            for (var step = 0; step < steps; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                gradient.Compute(current.Span, order.AsSpan(step * batchSize, batchSize), slope.Span, losses);
                total += FiniteMean(losses, job, epoch, step + 1);
                update.Step(current.Span, slope.Span);
            }

            current.Span.CopyTo(parameters);
            RequireFinite(parameters, job, epoch);
            onEpoch?.Invoke(epoch, total / steps, parameters);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double FiniteMean(double[] losses, GroupJob job, int epoch, int step)
    {
        var sum = 0.0;
        for (var expert = 0; expert < losses.Length; expert++)
        {
            if (!double.IsFinite(losses[expert]))
                throw new TrainingDivergedException(
                    $"Group {job.Ordinal}: the loss of {Who(losses, expert)} is {losses[expert]} in epoch {epoch}, step {step} "
                    + $"(learning rate {job.Hyperparameters.LearningRate}). Look for missing values in the features, or lower the "
                    + $"learning rate.");
            sum += losses[expert];
        }

        return sum / losses.Length;
    }

    private static string Who(double[] losses, int expert) => losses.Length == 1 ? "all experts" : $"expert {expert}";

    // The last step of an epoch can overflow without any loss to show it.
    private static void RequireFinite(float[] parameters, GroupJob job, int epoch)
    {
        var index = Array.FindIndex(parameters, value => !float.IsFinite(value));
        if (index >= 0)
            throw new TrainingDivergedException(
                $"Group {job.Ordinal}: parameter {index} is {parameters[index]} after epoch {epoch} "
                + $"(learning rate {job.Hyperparameters.LearningRate}).");
    }
}

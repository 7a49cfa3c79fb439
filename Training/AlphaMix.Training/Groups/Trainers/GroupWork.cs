using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>How much work a group is, for scheduling and for estimates of the time left.</summary>
internal static class GroupWork
{
    // Small batches pay for Adam once a step: seen to cost about as much as this many samples.
    private const double StepOverheadInSamples = 8;

    /// <summary>Returns the work of one epoch in multiply-adds, counted as three passes through the dense layers.</summary>
    public static double OfEpoch(GroupHyperparameters hyperparameters, int inputSize, int samples)
    {
        var shape = hyperparameters.ShapeFor(inputSize);
        double perSample = shape.InputSize * (double)shape.HiddenSize
            + (shape.HiddenLayers - 1) * (double)shape.HiddenSize * shape.HiddenSize
            + shape.HiddenSize * (double)GroupShape.Outputs;
        return 3 * perSample * samples * (1 + StepOverheadInSamples / hyperparameters.BatchSize);
    }
}

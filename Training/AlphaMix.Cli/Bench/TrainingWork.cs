using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Cli.Bench;

/// <summary>The training of one group, to be timed: everything from the first shuffle to the last step.</summary>
/// <param name="hidden">Units in a hidden layer.</param>
/// <param name="batch">Samples in a mini-batch.</param>
/// <param name="samples">The samples.</param>
/// <param name="epochs">Passes over them.</param>
internal sealed class TrainingWork(int hidden, int batch, TrainingSamples samples, int epochs)
{
    private readonly GroupHyperparameters _hyperparameters = new() { HiddenSize = hidden, BatchSize = batch };

    /// <summary>Gets the number of samples trained on, over all epochs.</summary>
    public double SampleCount => (double)samples.Count / batch * batch * epochs;

    /// <summary>
    /// Gets the floating-point operations counted for a sample: three passes through the dense layers. The kernels get by with fewer.
    /// </summary>
    public double FlopsPerSample =>
        6.0 * (samples.WindowSize * (double)hidden + (double)hidden * hidden + GroupShape.Outputs * (double)hidden);

    /// <summary>Trains with vectors of a given width, the machine's best by default.</summary>
    /// <param name="width">The width.</param>
    /// <param name="onEpoch">Called after each epoch.</param>
    public void Run(SimdWidth? width = null, EpochCallback? onEpoch = null)
        => new SimdGroupTrainer(width ?? SimdWidths.Best).Train(
            samples, new GroupJob(0, 1, _hyperparameters), new GroupTrainingOptions { Epochs = epochs }, onEpoch);

    /// <summary>Trains, and gives the processor time of a sample in seconds.</summary>
    public double SecondsPerSample(SimdWidth? width = null) => PairedTimer.ProcessorSeconds(() => Run(width)) / SampleCount;
}

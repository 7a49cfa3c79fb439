using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>Trains a group on one CPU core with vector kernels. Results are the same, to the bit, on every machine.</summary>
public sealed class SimdGroupTrainer : GroupTrainer
{
    private readonly SimdWidth _width;

    /// <summary>Initializes a new instance of the <see cref="SimdGroupTrainer"/> class.</summary>
    public SimdGroupTrainer()
        : this(SimdWidths.Best)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="SimdGroupTrainer"/> class for vectors of a given width.</summary>
    internal SimdGroupTrainer(SimdWidth width) => _width = width;

    private protected override IBatchGradient CreateGradient(GroupLayout layout, TrainingSamples samples, int batchSize, LossKind loss)
        => new SimdGroupGradient(layout, samples, batchSize, loss, _width);

    private protected override IParameterUpdate CreateUpdate(int count, double learningRate)
        => new SimdAdam(count, learningRate, _width);
}

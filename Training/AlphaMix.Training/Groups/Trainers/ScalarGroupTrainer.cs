using AlphaMix.Core.Experts;
using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>Trains a group in plain loops, one sample after the other. The oracle of the vector trainer.</summary>
internal sealed class ScalarGroupTrainer : GroupTrainer
{
    private protected override IBatchGradient CreateGradient(GroupLayout layout, TrainingSamples samples, int batchSize, LossKind loss)
        => new ScalarBatchGradient(layout, samples, loss);

    private protected override IParameterUpdate CreateUpdate(int count, double learningRate) => new ScalarAdam(count, learningRate);
}

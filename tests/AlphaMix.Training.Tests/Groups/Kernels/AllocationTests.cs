using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Testing;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Kernels;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Tests.Groups.Kernels;

/// <summary>A training step, of which a pool takes hundreds of thousands, allocates nothing.</summary>
public class AllocationTests
{
    [Test]
    public void Step_AllocatesNothing(
        [Values] LossKind loss, [Values(128, 37)] int hidden, [Values(SimdWidth.Vector512, SimdWidth.Vector256, SimdWidth.Scalar)] SimdWidth width)
    {
        const int Batch = 32;
        var samples = Toy.Random(count: 200, windowSize: 110);
        var layout = new GroupLayout(new GroupShape(110, hidden, 4));
        var gradient = new SimdGroupGradient(layout, samples, Batch, loss, width);
        var update = new SimdAdam(layout.ParameterCount, 1e-3, width);
        var parameters = GroupInitialiser.Create(layout, FastVectorStart.RandomSigns, seed: 1, initialisation: 1);
        var start = parameters.ToArray();
        var (slope, losses) = (new float[parameters.Length], new double[4]);
        int[] batch = [.. Enumerable.Range(0, Batch)];

        var bytes = Allocation.Measure(() =>
        {
            gradient.Compute(parameters, batch, slope, losses);
            update.Step(parameters, slope);
        });

        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.Zero);
            Assert.That(parameters, Is.Not.EqualTo(start), "the step is meant to move the parameters");
        });
    }

    [Test]
    public void Epochs_AllocateTheirShufflesKeyAlone()
    {
        var samples = Toy.Random(count: 4096, windowSize: 110);
        long Bytes(int epochs) => Allocation.Measure(() => new SimdGroupTrainer().Train(
            samples, new GroupJob(0, 1, new GroupHyperparameters { HiddenSize = 32, BatchSize = 32 }), new GroupTrainingOptions { Epochs = epochs }));

        var perEpoch = (Bytes(5) - Bytes(1)) / 4;

        Assert.That(perEpoch, Is.LessThan(100), "bytes an epoch of 128 steps");
    }
}

using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Kernels;
using AlphaMix.Training.Groups.Trainers;

namespace AlphaMix.Training.Tests.Groups.Kernels;

public class SimdGroupGradientTests
{
    private static readonly SimdWidth[] Widths = [SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512];

    [Test, Combinatorial]
    public void Compute_AgreesWithTheDoubleTwin_AtEveryTail(
        [Values(1, 7, 16, 33, 100)] int hiddenSize, [Values(1, 3, 15, 17, 110)] int windowSize)
        => AssertAgrees(new GroupShape(windowSize, hiddenSize, 3), 12, LossKind.Individual);

    [TestCase(150)]
    [TestCase(385)]
    public void Compute_AgreesWithTheDoubleTwin_ForLongWindows(int windowSize)
        => AssertAgrees(new GroupShape(windowSize, 32, 4), 16, LossKind.Individual);

    [Test, Combinatorial]
    public void Compute_AgreesWithTheDoubleTwin_ForEveryArchitecture(
        [Values] LossKind loss, [Values] bool ensembleHead, [Values(1, 2, 3)] int hiddenLayers, [Values(1, 2, 4)] int experts)
        => AssertAgrees(new GroupShape(11, 18, experts, hiddenLayers, ensembleHead), 4 * experts, loss);

    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(9, 9)]
    public void Compute_AgreesWithTheDoubleTwin_ForTinyParts(int batchSize, int experts)
        => AssertAgrees(new GroupShape(11, 18, experts), batchSize, LossKind.Individual);

    [Test, Combinatorial]
    public void Compute_GivesTheSameBits_AtEveryWidth(
        [Values(1, 7, 32, 33, 100, 128)] int hiddenSize, [Values(1, 4, 17, 110)] int windowSize, [Values] LossKind loss)
    {
        var layout = new GroupLayout(new GroupShape(windowSize, hiddenSize, 3, EnsembleHead: true));
        var samples = Toy.Random(17, windowSize);
        var parameters = Start(layout);

        var results = Widths.Select(width => Gradient(layout, samples, parameters, 12, loss, width)).ToList();

        Assert.That(results[0].Gradient, Has.Some.Not.Zero);
        foreach (var result in results.Skip(1))
        {
            Assert.That(result.Gradient, Is.EqualTo(results[0].Gradient));
            Assert.That(result.Losses, Is.EqualTo(results[0].Losses));
        }
    }

    private static void AssertAgrees(GroupShape shape, int batchSize, LossKind loss)
    {
        var layout = new GroupLayout(shape);
        var samples = Toy.Random(batchSize + 5, shape.InputSize);
        var parameters = Start(layout);
        var expected = new double[parameters.Length];
        var expectedLosses = new double[loss == LossKind.Individual ? shape.Experts : 1];
        new ScalarGroupGradient<double>(layout, samples, loss).Compute(
            Array.ConvertAll(parameters, value => (double)value), Batch(batchSize), expected, expectedLosses);

        var (gradient, losses) = Gradient(layout, samples, parameters, batchSize, loss, SimdWidths.Best);

        var scale = expected.Max(Math.Abs);
        Assert.That(scale, Is.GreaterThan(1e-3));
        Assert.That(Array.ConvertAll(gradient, value => (double)value), Is.EqualTo(expected).Within(2e-6 * Math.Max(scale, 1)));
        Assert.That(losses, Is.EqualTo(expectedLosses).Within(1e-6));
    }

    private static (float[] Gradient, double[] Losses) Gradient(
        GroupLayout layout, TrainingSamples samples, float[] parameters, int batchSize, LossKind loss, SimdWidth width)
    {
        var gradient = new float[parameters.Length];
        gradient.AsSpan().Fill(float.NaN);
        var losses = new double[loss == LossKind.Individual ? layout.Shape.Experts : 1];
        var compute = new SimdGroupGradient(layout, samples, batchSize, loss, width);
        compute.Compute(parameters, Batch(batchSize), gradient, losses);
        return (gradient, losses);
    }

    // Not in order, and past the first samples, so that a forgotten index shows.
    private static int[] Batch(int size) => [.. Enumerable.Range(0, size).Select(i => (i * 5 + 3) % (size + 5))];

    private static float[] Start(GroupLayout layout)
    {
        var start = GroupInitialiser.Create(layout, FastVectorStart.RandomSigns, 3, 1);
        return [.. start.Select((value, i) => value + 0.1f * MathF.Sin(i))];
    }
}

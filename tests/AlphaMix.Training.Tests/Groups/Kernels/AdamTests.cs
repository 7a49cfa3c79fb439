using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;
using AlphaMix.Training.Groups.Kernels;

namespace AlphaMix.Training.Tests.Groups.Kernels;

public class AdamTests
{
    private const double Rate = 0.01;

    [Test, Combinatorial]
    public void Step_InVectors_GivesTheBitsOfThePlainLoop(
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width,
        [Values(0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33)] int count)
    {
        var plain = Run(new ScalarAdam(count, Rate), count);
        var vectors = Run(new SimdAdam(count, Rate, width), count);

        Assert.That(vectors, Is.EqualTo(plain));
    }

    [Test]
    public void Step_AgreesWithThePublishedFormula()
    {
        const int Count = 9;
        var expected = new double[Count];
        var (mean, square) = (new double[Count], new double[Count]);
        for (var step = 1; step <= 5; step++)
        {
            var gradient = Gradient(Count, step);
            for (var i = 0; i < Count; i++)
            {
                mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
                var meanHat = mean[i] / (1 - Math.Pow(0.9, step));
                var squareHat = square[i] / (1 - Math.Pow(0.999, step));
                expected[i] -= Rate * meanHat / (Math.Sqrt(squareHat) + 1e-8);
            }
        }

        var found = Run(new SimdAdam(Count, Rate, SimdWidths.Best), Count);

        Assert.That(Array.ConvertAll(found, value => (double)value), Is.EqualTo(expected).Within(1e-7));
    }

    [Test]
    public void Step_ZeroGradient_MovesNothing()
    {
        var parameters = new float[] { 1, 2, 3 };

        new SimdAdam(3, Rate, SimdWidths.Best).Step(parameters, new float[3]);

        Assert.That(parameters, Is.EqualTo(new float[] { 1, 2, 3 }));
    }

    private static float[] Run(IParameterUpdate adam, int count)
    {
        var parameters = new float[count];
        for (var step = 1; step <= 5; step++)
            adam.Step(parameters, Gradient(count, step));
        return parameters;
    }

    private static float[] Gradient(int count, int step)
    {
        var random = new KeyedRandom(5, RandomPurpose.Market, step);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
    }
}

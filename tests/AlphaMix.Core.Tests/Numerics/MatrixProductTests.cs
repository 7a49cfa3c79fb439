using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Tests.Numerics;

public class MatrixProductTests
{
    private static readonly int[] Depths = [0, 1, 2, 33, 110];

    [Test, Combinatorial]
    public void Multiply_GivesTheBitsOfTheScalarLoops(
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width,
        [Values(0, 1, 3, 4, 5, 7, 8, 9, 17)] int rows,
        [Values(0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 100, 128)] int columns)
    {
        foreach (var depth in Depths)
        {
            var (a, b) = (Random(rows * depth, 1), Random(depth * columns, 2));
            var expected = new float[rows * columns];
            ScalarKernels.Multiply(a, Starts(rows, depth), b, expected, depth, columns);

            var found = Guarded(rows * columns);
            MatrixProduct.Multiply(a, b, found.AsSpan(0, rows * columns), rows, depth, columns, width);

            AssertGuarded(found, expected);
        }
    }

    [Test, Combinatorial]
    public void MultiplyTransposed_GivesTheBitsOfTheScalarLoops(
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width,
        [Values(0, 1, 2, 4, 7, 8, 9, 33, 110)] int rows,
        [Values(0, 1, 2, 7, 8, 9, 16, 31, 32, 33, 100)] int columns)
    {
        foreach (var depth in Depths)
        {
            var (a, b) = (Random(rows * depth, 1), Random(depth * columns, 2));
            var expected = new float[rows * columns];
            ScalarKernels.MultiplyTransposed(a, b, expected, rows, depth, columns);

            var found = Guarded(rows * columns);
            MatrixProduct.MultiplyTransposed(a, b, found.AsSpan(0, rows * columns), rows, depth, columns, width);

            AssertGuarded(found, expected);
        }
    }

    [Test, Combinatorial]
    public void MultiplyGathered_ReadsOverlappingWindows(
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width,
        [Values(110, 150, 385)] int depth,
        [Values(1, 7, 33, 100)] int columns)
    {
        var panel = Random(depth + 200, 1);
        int[] starts = [200, 0, 11, 22, 11, 199, 3, 7, 100, 55, 1];
        var b = Random(depth * columns, 2);
        var expected = new float[starts.Length * columns];
        ScalarKernels.Multiply(panel, starts, b, expected, depth, columns);

        var found = new float[starts.Length * columns];
        MatrixProduct.MultiplyGathered(panel, starts, b, found, depth, columns, width);

        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Multiply_EqualsAProductInDouble()
    {
        const int Rows = 9, Depth = 110, Columns = 33;
        var (a, b) = (Random(Rows * Depth, 1), Random(Depth * Columns, 2));
        var expected = new double[Rows * Columns];
        for (var i = 0; i < Rows; i++)
            for (var j = 0; j < Columns; j++)
                for (var k = 0; k < Depth; k++)
                    expected[i * Columns + j] += (double)a[i * Depth + k] * b[k * Columns + j];

        var found = new float[Rows * Columns];
        MatrixProduct.Multiply(a, b, found, Rows, Depth, Columns);

        Assert.That(Array.ConvertAll(found, value => (double)value), Is.EqualTo(expected).Within(2e-5));
    }

    [TestCase(-1)]
    [TestCase(91)]
    public void MultiplyGathered_WindowOutsideThePanel_IsRefused(int start)
        => Assert.That(
            () => MatrixProduct.MultiplyGathered(new float[100], [0, start], new float[10], new float[2], 10, 1),
            Throws.ArgumentException.With.Message.Contains($"A row of 10 values cannot start at {start} of 100."));

    [TestCase(5, 6, 6, "A needs 2 x 3 values, found 5.")]
    [TestCase(6, 5, 6, "B needs 3 x 2 values, found 5.")]
    [TestCase(6, 6, 3, "C needs 2 x 2 values, found 3.")]
    public void Multiply_SpanTooShort_IsRefused(int a, int b, int c, string message)
        => Assert.That(
            () => MatrixProduct.Multiply(new float[a], new float[b], new float[c], 2, 3, 2),
            Throws.ArgumentException.With.Message.EqualTo(message));

    private static int[] Starts(int rows, int depth) => [.. Enumerable.Range(0, rows).Select(i => i * depth)];

    private static float[] Random(int count, int key)
    {
        var random = new KeyedRandom(5, RandomPurpose.Market, key);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
    }

    // A margin of NaN shows a write past the end, or an element never written.
    private static float[] Guarded(int count)
    {
        var values = new float[count + 64];
        values.AsSpan().Fill(float.NaN);
        return values;
    }

    private static void AssertGuarded(float[] found, float[] expected)
    {
        if (!found.AsSpan(0, expected.Length).SequenceEqual(expected))
            Assert.That(found[..expected.Length], Is.EqualTo(expected));
        Assert.That(found[expected.Length..], Is.All.NaN);
    }
}

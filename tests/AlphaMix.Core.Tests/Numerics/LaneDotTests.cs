using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Tests.Numerics;

public class LaneDotTests
{
    [Test, Combinatorial]
    public void Dot_GivesTheBitsOfTheScalarLoop(
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width,
        [Values(0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 128, 385)] int length)
    {
        var random = new KeyedRandom(5, RandomPurpose.Market, length);
        var x = Enumerable.Range(0, length).Select(_ => (float)random.NextNormal()).ToArray();
        var y = Enumerable.Range(0, length).Select(_ => (float)random.NextNormal()).ToArray();

        var found = LaneDot.Dot(x, y, width);

        Assert.That(found, Is.EqualTo(ScalarKernels.Dot(x, y)));
        Assert.That((double)found, Is.EqualTo(x.Zip(y, (a, b) => (double)a * b).Sum()).Within(1e-5));
    }

    [Test]
    public void TwoColumns_GiveTheBitsOfTheScalarLoop(
        [Values(1, 2, 3, 8)] int count, [Values(1, 15, 16, 17, 32, 128)] int length,
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width)
    {
        var random = new KeyedRandom(3, RandomPurpose.Market);
        float[] rows = [.. Enumerable.Range(0, count * length).Select(_ => (float)random.NextNormal())];
        float[] columns = [.. Enumerable.Range(0, 2 * length).Select(_ => (float)random.NextNormal())];
        var products = new float[2 * count];

        LaneDot.TwoColumns(rows, columns, products, length, width);

        Assert.That(products, Is.EqualTo(Enumerable.Range(0, 2 * count).Select(i =>
            ScalarKernels.Dot(rows.AsSpan(i / 2 * length, length), columns.AsSpan(i % 2 * length, length)))));
    }

    [Test]
    public void Dot_DifferentLengths_IsRefused()
        => Assert.That(() => LaneDot.Dot(new float[3], new float[4]), Throws.ArgumentException);
}

using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Tests.Numerics;

public sealed class DotProductTests
{
    private static readonly int[] Lengths = [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 110, 1100];

    [TestCaseSource(nameof(Lengths))]
    public void Of_AgreesWithDoublePrecision(int length)
    {
        var (left, right) = Vectors(length);
        var expected = 0.0;
        var magnitude = 0.0;
        for (var i = 0; i < length; i++)
        {
            expected += (double)left[i] * right[i];
            magnitude += Math.Abs((double)left[i] * right[i]);
        }

        Assert.That(DotProduct.Of(left, right), Is.EqualTo(expected).Within(1e-6 * magnitude));
    }

    [TestCaseSource(nameof(Lengths))]
    public void Of_GivesTheBitsOfAPlainLoopOverSixteenLanes(int length)
    {
        var (left, right) = Vectors(length);
        var lanes = new float[16];
        for (var i = 0; i < length; i++)
            lanes[i % 16] = MathF.FusedMultiplyAdd(left[i], right[i], lanes[i % 16]);
        for (var half = 8; half >= 1; half /= 2)
            for (var lane = 0; lane < half; lane++)
                lanes[lane] += lanes[lane + half];

        Assert.That(Bits(DotProduct.Of(left, right)), Is.EqualTo(Bits(lanes[0])));
    }

    [TestCaseSource(nameof(Lengths))]
    public void Of_DoesNotDependOnWhereTheVectorsLie(int length)
    {
        var (left, right) = Vectors(length);
        float[] moved = [0, 0, 0, .. left];

        Assert.That(Bits(DotProduct.Of(moved.AsSpan(3), right)), Is.EqualTo(Bits(DotProduct.Of(left, right))));
    }

    [Test]
    public void Of_VectorsOfTwoLengths_IsRefused()
    {
        Assert.That(
            () => DotProduct.Of(new float[3], new float[4]),
            Throws.ArgumentException.With.Message.EqualTo("Vectors of one length are needed, found 3 and 4."));
    }

    private static (float[] Left, float[] Right) Vectors(int length)
    {
        var random = new KeyedRandom(37, RandomPurpose.Initialisation, length);
        float[] Draw() => [.. Enumerable.Range(0, length).Select(_ => random.NextSymmetric(2))];
        return (Draw(), Draw());
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(value);
}

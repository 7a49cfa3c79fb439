using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Tests.Numerics;

public class BiasActivationTests
{
    [Test, Combinatorial]
    public void AddLeaky_EqualsThePlainFormula(
        [Values(SimdWidth.Scalar, SimdWidth.Vector128, SimdWidth.Vector256, SimdWidth.Vector512)] SimdWidth width,
        [Values(1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 100)] int columns)
    {
        var values = Enumerable.Range(0, 3 * columns).Select(i => MathF.ScaleB((i * 7 % 11) - 5, -1)).ToArray();
        var bias = Enumerable.Range(0, columns).Select(i => MathF.ScaleB(i % 3, -2)).ToArray();
        var expected = values.Select((value, i) => value + bias[i % columns]).Select(y => y > 0 ? y : y * 0.01f).ToArray();

        BiasActivation.AddLeaky(values, bias, 0.01f, width);

        Assert.That(values, Is.EqualTo(expected));
    }

    [Test]
    public void AddLeaky_PartOfARow_IsRefused()
        => Assert.That(
            () => BiasActivation.AddLeaky(new float[7], new float[3], 0.01f),
            Throws.ArgumentException.With.Message.Contains("Whole rows of 3 values are needed, found 7."));
}

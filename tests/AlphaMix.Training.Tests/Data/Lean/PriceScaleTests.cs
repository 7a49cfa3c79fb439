using AlphaMix.Core.Numerics;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Tests.Data.Lean;

public class PriceScaleTests
{
    [TestCase(1)]
    [TestCase(0.5)]
    [TestCase(0.9304792)]
    [TestCase(28)]
    public void Apply_GivesTheDollarsOfTheDecimalProduct(double factor)
    {
        var scale = new PriceScale((decimal)factor);

        Assert.That(scale.Apply(1_234_500), Is.EqualTo((double)(123.45m * (decimal)factor)));
    }

    [Test]
    public void Apply_GivesTheBitsOfDecimalArithmetic_WhateverTheFactor()
    {
        var random = new KeyedRandom(1, RandomPurpose.Market);
        for (var trial = 0; trial < 20_000; trial++)
        {
            // Factors of up to 28 decimals and 96 bits, most of them products as a factor file gives them.
            var factor = trial % 4 == 0
                ? new decimal((int)random.NextBits(), (int)random.NextBits(), trial % 8 == 0 ? 0 : random.NextInt(1 << 28), false, (byte)random.NextInt(29))
                : Math.Round((decimal)random.NextDouble(), 7) * Math.Round((decimal)(10 * random.NextDouble()), 8);
            if (factor == 0)
                continue;
            var scale = new PriceScale(factor);
            foreach (var price in (double[])[random.NextInt(1 << 24), random.NextBits() >> 20, 100 * random.NextInt(1 << 20), random.NextDouble()])
                if (Fits(price, factor))
                    Assert.That(scale.Apply(price), Is.EqualTo(scale.InDecimal(price)), $"{price} x {factor}");
        }
    }

    // Decimal arithmetic itself ends at 7.9e28.
    private static bool Fits(double price, decimal factor) => 1e-4 * price * (double)factor < 7e28;
}

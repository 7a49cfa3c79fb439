using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class BlockLengthTests
{
    /// <summary>
    /// For AR(1) the sums of Politis and White (2004) are geometric: G / g(0) = 2 rho / (1 - rho^2), so that with the constants of Patton,
    /// Politis and White (2009) the lengths are (2 rho / (1 - rho^2))^(2/3) n^(1/3), times (3/2)^(1/3) for circular blocks.
    /// </summary>
    [TestCase(0.3)]
    [TestCase(0.6)]
    [TestCase(-0.5)]
    public void LongAutoRegression_HasTheClosedForm(double rho)
    {
        const int n = 50_000;
        var values = NullReturns.AutoRegressive(new KeyedRandom(1, RandomPurpose.Market), n, rho);
        var expected = Math.Pow(Math.Abs(2 * rho / (1 - rho * rho)), 2.0 / 3) * Math.Cbrt(n);

        Assert.That(BlockLength.Stationary(values), Is.EqualTo(expected).Within(12).Percent);
        Assert.That(BlockLength.Circular(values), Is.EqualTo(Math.Cbrt(1.5) * expected).Within(12).Percent);
    }

    [Test]
    public void IndependentDays_HaveShortBlocks()
    {
        var lengths = Enumerable.Range(0, 50)
            .Select(key => BlockLength.Stationary(NullReturns.AutoRegressive(new KeyedRandom(2, RandomPurpose.Market, key), 252, 0)));

        Assert.That(lengths.Average(), Is.LessThan(4));
    }

    [Test]
    public void WindowedSums_ByHand()
    {
        // n = 8, sum 0, squares 8: autocovariances 1, -7/8, 6/8, ... (-1)^k (8 - k) / 8. The limit 2 sqrt(log10(8) / 8) = 0.67 is passed by lags
        // 1 and 2, so M = 4 with weights 1, 1, 1/2, 0: g(0) = 1 + 2 (-7/8 + 6/8 - 5/16) = 1/8 and G = 2 (-7/8 + 12/8 - 15/16) = -5/8.
        // (G / g(0))^2 8 = 200, its cube root 5.85, and the cap is 3.
        double[] alternating = [1, -1, 1, -1, 1, -1, 1, -1];

        Assert.That(BlockLength.Stationary(alternating), Is.EqualTo(3));
    }

    [Test]
    public void NoVariation_IsOne()
    {
        Assert.That(BlockLength.Stationary([0.1, 0.1, 0.1, 0.1]), Is.EqualTo(1));
        Assert.That(BlockLength.Circular([0.1]), Is.EqualTo(1));
        Assert.That(() => BlockLength.Circular([]), Throws.ArgumentException);
    }
}

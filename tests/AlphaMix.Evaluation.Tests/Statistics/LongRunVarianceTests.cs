using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class LongRunVarianceTests
{
    /// <summary>The closed form of AR(1): (1 + rho) / (1 - rho) times the variance of a day.</summary>
    [TestCase(0.0)]
    [TestCase(0.5)]
    [TestCase(-0.4)]
    public void AutoRegression_HasTheClosedForm(double rho)
    {
        var values = NullReturns.AutoRegressive(new KeyedRandom(4, RandomPurpose.Market), 50_000, rho, deviation: 1);

        Assert.That(LongRunVariance.Compute(values), Is.EqualTo((1 + rho) / (1 - rho)).Within(5).Percent);
    }

    /// <summary>x(t) = e(t) + e(t - 1) is no autoregression, so the kernel has to find what prewhitening leaves: prewhitening alone gives 6,
    /// a day's variance 2, the truth is 4, and a Parzen kernel of this bandwidth (15) 4.3.</summary>
    [Test]
    public void MovingAverage_HasTheClosedForm()
    {
        var noise = NullReturns.AutoRegressive(new KeyedRandom(5, RandomPurpose.Market), 50_001, 0, deviation: 1);
        var values = noise.Zip(noise.Skip(1), (one, next) => one + next).ToArray();

        Assert.That(LongRunVariance.Compute(values), Is.EqualTo(4).Within(12).Percent);
    }

    /// <summary>Andrews (1991): Parzen's kernel, x the lag over the bandwidth, of what an AR(1) leaves.</summary>
    [Test]
    public void Compute_IsTheFormula()
    {
        var noise = NullReturns.AutoRegressive(new KeyedRandom(6, RandomPurpose.Market), 301, 0, deviation: 1);
        double[] values = [.. noise.Zip(noise.Skip(1), (one, next) => one + next)];
        var rho = Products(values, 1) / Products(values[..^1], 0);
        double[] rest = [.. values.Skip(1).Zip(values, (next, one) => next - rho * one)];
        var left = Products(rest, 1) / Products(rest[..^1], 0);
        var bandwidth = 2.6614 * Math.Pow(4 * left * left / Math.Pow(1 - left, 4) * values.Length, 0.2);

        var expected = Products(rest, 0);
        for (var lag = 1; lag < bandwidth; lag++)
        {
            var x = lag / bandwidth;
            expected += 2 * (x <= 0.5 ? 1 - 6 * x * x + 6 * x * x * x : 2 * Math.Pow(1 - x, 3)) * Products(rest, lag);
        }

        Assert.That(bandwidth, Is.GreaterThan(2), "the kernel is used");
        Assert.That(
            LongRunVariance.Compute(values), Is.EqualTo(expected / rest.Length / Math.Pow(1 - rho, 2)).Within(1e-9).Percent);
    }

    private static double Products(double[] values, int lag) => values.Skip(lag).Zip(values, (later, earlier) => later * earlier).Sum();
}

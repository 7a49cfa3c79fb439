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
}

using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class NeweyWestTests
{
    [Test]
    public void TOfMean_NoLags_IsTheOrdinaryT()
    {
        // Mean 2, variance 14/4 with divisor n.
        Assert.That(NeweyWest.TOfMean([0, 1, 2, 5], 0), Is.EqualTo(2 / Math.Sqrt(3.5 / 4)).Within(1e-15));
    }

    [Test]
    public void TOfMean_OneLag_ByHand()
    {
        // Deviations -2, -1, 0, 3: autocovariance at lag 1 is (2 + 0 + 0) / 4, its Bartlett weight 1/2, so the variance is 14/4 + 2 (1/2) (1/2).
        Assert.That(NeweyWest.TOfMean([0, 1, 2, 5], 1), Is.EqualTo(2 / Math.Sqrt(4.0 / 4)).Within(1e-15));
    }

    [Test]
    public void TOfMean_MissingDays_AreLeftOut() =>
        Assert.That(NeweyWest.TOfMean([0, double.NaN, 1, 2, double.NaN, 5], 1), Is.EqualTo(NeweyWest.TOfMean([0, 1, 2, 5], 1)));

    // 4 (252 / 100)^(2/9) = 4.91; 4 (1000 / 100)^(2/9) = 6.67.
    [TestCase(100, 4)]
    [TestCase(252, 4)]
    [TestCase(1000, 6)]
    public void AutomaticLags_FollowTheRule(int count, int expected) => Assert.That(NeweyWest.AutomaticLags(count), Is.EqualTo(expected));

    [Test]
    public void TOfMean_LongAutoRegression_HasTheClosedForm()
    {
        // The long-run variance of AR(1) is (1 + rho) / (1 - rho) times that of a day.
        const int n = 100_000;
        var values = NullReturns.AutoRegressive(new KeyedRandom(1, RandomPurpose.Market), n, 0.4, mean: 0.001);
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean)) * 1.4 / 0.6;

        Assert.That(NeweyWest.TOfMean(values, 100), Is.EqualTo(mean / Math.Sqrt(variance / n)).Within(5).Percent);
    }

    [Test]
    public void TOfMean_WhatIsNotDefined_IsNaN()
    {
        Assert.That(NeweyWest.TOfMean([0.1]), Is.NaN);
        Assert.That(NeweyWest.TOfMean([0.1, 0.1, 0.1]), Is.NaN);
        Assert.That(NeweyWest.TOfMean([double.NaN, 1]), Is.NaN);
        Assert.That(() => NeweyWest.TOfMean([1, 2], -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}

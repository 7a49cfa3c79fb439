using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class DeflatedSharpeTests
{
    private static readonly double Root = Math.Sqrt(250);

    /// <summary>
    /// Bailey and Lopez de Prado (2014), "A numerical example": five years of 250 days, annualised Sharpe ratio 2.5, skewness -3, kurtosis 10;
    /// the annualised Sharpe ratios of the trials have variance 1/2. After 100 trials the deflated Sharpe ratio is 0.9004, after 46 it is 0.9505.
    /// </summary>
    [TestCase(100, 0.9004)]
    [TestCase(46, 0.9505)]
    public void Of_PublishedExample(int trials, double expected)
    {
        var deflated = DeflatedSharpe.Compute(new SharpeEstimate(2.5 / Root, -3, 10, 1250), trials, 0.5 / 250);

        Assert.That(deflated, Is.EqualTo(expected).Within(0.0001));
    }

    /// <summary>Same example: the bar that 100 trials set is 0.1132 a day.</summary>
    [Test]
    public void ExpectedMaximum_PublishedExample() =>
        Assert.That(DeflatedSharpe.ExpectedMaximum(100, 0.5 / 250), Is.EqualTo(0.1132).Within(0.00005));

    [TestCase(20)]
    [TestCase(300)]
    public void ExpectedMaximum_IsThatOfNormalDraws(int trials)
    {
        var random = new KeyedRandom(3, RandomPurpose.Market, trials);
        var sum = 0.0;
        for (var i = 0; i < 4000; i++)
            sum += Enumerable.Range(0, trials).Max(_ => random.NextNormal());

        // The mean of 4,000 maxima has a standard error below 0.01; the formula itself is off by less than 0.02 from 20 trials on.
        Assert.That(DeflatedSharpe.ExpectedMaximum(trials, 1), Is.EqualTo(sum / 4000).Within(0.04));
    }

    [Test]
    public void Of_OneTrial_IsTheProbabilisticSharpeRatio()
    {
        var estimate = new SharpeEstimate(0.05, -0.4, 5, 252);

        Assert.That(DeflatedSharpe.Compute(estimate, 1), Is.EqualTo(ProbabilisticSharpe.Compute(estimate)));
        Assert.That(DeflatedSharpe.Compute(estimate, 2), Is.LessThan(ProbabilisticSharpe.Compute(estimate)));
    }

    [Test]
    public void Of_NoVarianceGiven_TakesThatOfChance()
    {
        var estimate = new SharpeEstimate(0.1, 0, 3, 101);

        Assert.That(DeflatedSharpe.Compute(estimate, 50), Is.EqualTo(DeflatedSharpe.Compute(estimate, 50, 0.01)).And.Not.EqualTo(DeflatedSharpe.Compute(estimate, 50, 0.02)));
    }

    [Test]
    public void Of_NoTrials_Throws() =>
        Assert.That(() => DeflatedSharpe.Compute(new SharpeEstimate(0.1, 0, 3, 100), 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}

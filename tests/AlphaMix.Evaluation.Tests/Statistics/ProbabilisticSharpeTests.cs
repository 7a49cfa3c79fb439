using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Statistics;

public class ProbabilisticSharpeTests
{
    /// <summary>
    /// Bailey and Lopez de Prado (2012), the numerical example of the PSR: 24 monthly returns of Sharpe ratio 0.458, once as if normal,
    /// once with the skewness -2.448 and kurtosis 10.164 that they have.
    /// </summary>
    [TestCase(0.0, 3.0, 0.982)]
    [TestCase(-2.448, 10.164, 0.913)]
    public void Of_PublishedExample(double skewness, double kurtosis, double expected)
    {
        var probability = ProbabilisticSharpe.Compute(new SharpeEstimate(0.458, skewness, kurtosis, 24));

        Assert.That(probability, Is.EqualTo(expected).Within(0.0005));
    }

    /// <summary>
    /// Same paper, section on the minimum track record length: years until an annualised Sharpe ratio of 2 is above 1 at 95 %, for independent
    /// normal returns.
    /// </summary>
    [TestCase(252, 2.73)]
    [TestCase(52, 2.83)]
    [TestCase(12, 3.24)]
    public void MinimumTrackRecord_PublishedExample(int perYear, double years)
    {
        var root = Math.Sqrt(perYear);

        var periods = ProbabilisticSharpe.MinimumTrackRecord(new SharpeEstimate(2 / root, 0, 3, 1), 1 / root, 0.95);

        Assert.That(periods / perYear, Is.EqualTo(years).Within(0.005));
    }

    [Test]
    public void MinimumTrackRecord_OfThatLength_ReachesTheConfidence()
    {
        var estimate = new SharpeEstimate(0.1, -0.5, 6, 0);

        var periods = ProbabilisticSharpe.MinimumTrackRecord(estimate, 0.02, 0.99);

        Assert.That(ProbabilisticSharpe.Compute(estimate with { Count = (int)Math.Floor(periods) }, 0.02), Is.LessThan(0.99));
        Assert.That(ProbabilisticSharpe.Compute(estimate with { Count = (int)Math.Ceiling(periods) }, 0.02), Is.GreaterThan(0.99));
    }

    [Test]
    public void From_MomentsByHand()
    {
        // Mean 2, deviations -2, -1, 0, 3: variance 14/4, third moment 18/4, fourth 98/4.
        var estimate = SharpeEstimate.From([0, 1, 2, 5]);

        Assert.Multiple(() =>
        {
            Assert.That(estimate.SharpeRatio, Is.EqualTo(2 / Math.Sqrt(3.5)).Within(1e-15));
            Assert.That(estimate.Skewness, Is.EqualTo(4.5 / Math.Pow(3.5, 1.5)).Within(1e-15));
            Assert.That(estimate.Kurtosis, Is.EqualTo(2.0).Within(1e-15));
            Assert.That(estimate.Count, Is.EqualTo(4));
        });
    }

    [Test]
    public void WhatIsNotDefined_IsNaN()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ProbabilisticSharpe.Compute(SharpeEstimate.From([0.01, 0.01, 0.01])), Is.NaN);
            Assert.That(ProbabilisticSharpe.Compute(SharpeEstimate.From([0.01])), Is.NaN);
            Assert.That(ProbabilisticSharpe.MinimumTrackRecord(SharpeEstimate.From([0.01, 0.01])), Is.NaN);
            Assert.That(ProbabilisticSharpe.MinimumTrackRecord(SharpeEstimate.From([0.01, -0.02])), Is.EqualTo(double.PositiveInfinity));
            Assert.That(() => ProbabilisticSharpe.MinimumTrackRecord(default, 0, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }
}

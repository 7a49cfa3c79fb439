using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Metrics;

public class CompoundedMetricsTests
{
    [Test]
    public void From_WorkedByHand()
    {
        var metrics = CompoundedMetrics.From([0.1, -0.2, 0.25]);

        // Equity 1.1, 0.88, 1.1. Mean 0.05, deviations 0.05, -0.25, 0.2, sample variance 0.105 / 2.
        var deviation = Math.Sqrt(0.105 / 2);
        var annual = Math.Pow(1.1, 84) - 1;
        Assert.Multiple(() =>
        {
            Assert.That(metrics.TotalReturn, Is.EqualTo(10).Within(1e-10));
            Assert.That(metrics.AnnualisedReturn, Is.EqualTo(100 * annual).Within(1e-8 * annual));
            Assert.That(metrics.AnnualisedVolatility, Is.EqualTo(100 * deviation * Math.Sqrt(252)).Within(1e-10));
            Assert.That(metrics.Sharpe, Is.EqualTo(0.05 / deviation * Math.Sqrt(252)).Within(1e-12));
            Assert.That(metrics.Sortino, Is.EqualTo(0.05 / Math.Sqrt(0.04 / 3) * Math.Sqrt(252)).Within(1e-12));
            Assert.That(metrics.MaxDrawdown, Is.EqualTo(20).Within(1e-10));
            Assert.That(metrics.Calmar, Is.EqualTo(annual / 0.2).Within(1e-8 * annual));
        });
    }

    [Test]
    public void From_NoDays_DefinesOnlyTheTotal()
    {
        var metrics = CompoundedMetrics.From([]);

        Assert.Multiple(() =>
        {
            Assert.That(metrics.TotalReturn, Is.Zero);
            Assert.That(metrics.MaxDrawdown, Is.Zero);
            Assert.That(
                new[] { metrics.AnnualisedReturn, metrics.AnnualisedVolatility, metrics.Sharpe, metrics.Sortino, metrics.Calmar }, Is.All.NaN);
        });
    }

    [Test]
    public void From_TotalLoss_IsMinusOneHundredPercentAYear()
    {
        var metrics = CompoundedMetrics.From([0.1, -1, 0.1]);

        Assert.Multiple(() =>
        {
            Assert.That(metrics.AnnualisedReturn, Is.EqualTo(-100));
            Assert.That(metrics.MaxDrawdown, Is.EqualTo(100));
        });
    }

    [Test]
    public void From_ALossOfMoreThanAll_IsALossOfAll() =>
        Assert.That(CompoundedMetrics.From([0.1, -1.5]).AnnualisedReturn, Is.EqualTo(-100));

    [Test]
    public void From_OneDay_HasNoVolatility()
    {
        var metrics = CompoundedMetrics.From([0.01]);

        Assert.That(metrics.AnnualisedVolatility, Is.NaN);
        Assert.That(metrics.Sharpe, Is.NaN);
    }
}

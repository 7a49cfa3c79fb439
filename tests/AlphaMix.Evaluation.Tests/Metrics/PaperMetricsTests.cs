using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Metrics;

public class PaperMetricsTests
{
    private static readonly double[] Returns = [0.01, -0.02, 0.03, -0.01, 0.02];

    [Test]
    public void From_WorkedByHand()
    {
        var metrics = PaperMetrics.From(Returns);

        // Mean 0.006; squared deviations 16 + 676 + 576 + 256 + 196 = 1720 (1e-6). Losses -0.02, -0.01: deviation 0.005.
        // Equity 1, 1.01, 0.99, 1.02, 1.01, 1.03: the deepest fall is 0.02 of 1.01.
        var deviation = Math.Sqrt(1720e-6 / 5);
        Assert.Multiple(() =>
        {
            Assert.That(metrics.TotalReturn, Is.EqualTo(3).Within(1e-12));
            Assert.That(metrics.Volatility, Is.EqualTo(100 * deviation).Within(1e-12));
            Assert.That(metrics.SharpeRatio, Is.EqualTo(0.006 / deviation * Math.Sqrt(5)).Within(1e-12));
            Assert.That(metrics.DownsideDeviation, Is.EqualTo(0.5).Within(1e-12));
            Assert.That(metrics.SortinoRatio, Is.EqualTo(0.03 / (0.005 * Math.Sqrt(5))).Within(1e-12));
            Assert.That(metrics.MaxDrawdown, Is.EqualTo(100 * 0.02 / 1.01).Within(1e-12));
            Assert.That(metrics.CalmarRatio, Is.EqualTo(1.01 * 1.5).Within(1e-12));
        });
    }

    [Test]
    public void From_KeepsThePaperTablesIdentities()
    {
        var metrics = PaperMetrics.From(Returns);
        var root = Math.Sqrt(Returns.Length);

        Assert.Multiple(() =>
        {
            Assert.That(metrics.SharpeRatio * metrics.Volatility * root, Is.EqualTo(metrics.TotalReturn).Within(1e-12));
            Assert.That(metrics.CalmarRatio * metrics.MaxDrawdown, Is.EqualTo(metrics.TotalReturn).Within(1e-12));
            Assert.That(metrics.SortinoRatio * metrics.DownsideDeviation * root, Is.EqualTo(metrics.TotalReturn).Within(1e-12));
        });
    }

    [Test]
    public void From_NoDays_ReturnsNothingAndDefinesNothing()
    {
        var metrics = PaperMetrics.From([]);

        Assert.Multiple(() =>
        {
            Assert.That(metrics.TotalReturn, Is.Zero);
            Assert.That(metrics.MaxDrawdown, Is.Zero);
            Assert.That(new[] { metrics.SharpeRatio, metrics.CalmarRatio, metrics.SortinoRatio, metrics.Volatility, metrics.DownsideDeviation },
                Is.All.NaN);
        });
    }

    [Test]
    public void From_ConstantReturns_HaveNoSharpeRatio([Values(0.0, 0.001, -0.003)] double value)
    {
        var metrics = PaperMetrics.From(Enumerable.Repeat(value, 7).ToArray());

        Assert.Multiple(() =>
        {
            Assert.That(metrics.Volatility, Is.Zero);
            Assert.That(metrics.SharpeRatio, Is.NaN);
            Assert.That(metrics.SortinoRatio, Is.NaN);
            Assert.That(metrics.TotalReturn, Is.EqualTo(700 * value).Within(1e-12));
        });
    }

    /// <summary>Losses 0.01 and 0.03: mean 0.02, deviation 0.01. A day without a return is none.</summary>
    [Test]
    public void From_DaysWithoutAReturn_AreNoLosses() =>
        Assert.That(PaperMetrics.From([0.05, 0, -0.01, 0, -0.03]).DownsideDeviation, Is.EqualTo(1).Within(1e-12));

    [Test]
    public void Json_UsesThePapersNames() =>
        Assert.That(
            System.Text.Json.JsonSerializer.SerializeToNode(PaperMetrics.From(Returns))!.AsObject().Select(pair => pair.Key),
            Is.EquivalentTo(new[] { "TR", "SR", "CR", "SoR", "VOL", "DD", "MDD" }));
}

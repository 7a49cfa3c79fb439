using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests;

public class VerdictTests
{
    [TestCase(1.0, 0.5, 0.01, 0.99, true, true, true)]
    [TestCase(1.0, 0.5, 0.011, 0.99, true, false, true)]
    [TestCase(1.0, 0.5, 0.01, 0.98, true, true, false)]
    [TestCase(0.4, 0.5, 0.01, 1.0, false, true, true)]
    [TestCase(0.5, 0.5, 0.01, 1.0, false, true, true)]
    [TestCase(double.NaN, 0.5, double.NaN, double.NaN, false, false, false)]
    public void Of_NeedsAll(
        double sharpe, double equalWeight, double p, double percentile, bool beatsEqualWeight, bool beyondChance, bool beatsRelabelled)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result;
        var router = sample.Routers[0] with
        {
            Net = With(sample.Routers[0].Net, sharpe),
            Statistics = sample.Routers[0].Statistics with { DifferenceP = p },
            PercentileAmongRelabelledNet = percentile
        };

        var verdict = Verdict.Of(router, sample.EqualWeight with { Net = With(sample.EqualWeight.Net, equalWeight) });

        Assert.That(verdict, Is.EqualTo(new Verdict(beatsEqualWeight, beyondChance, beatsRelabelled)));
        Assert.That(verdict.HasEdge, Is.EqualTo(beatsEqualWeight && beyondChance && beatsRelabelled));
    }

    [Test]
    public void Of_AnotherLevel_MovesBothBars()
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result with { Level = 0.05 };
        var router = sample.Routers[0] with
        {
            Statistics = sample.Routers[0].Statistics with { DifferenceP = 0.05 },
            PercentileAmongRelabelledNet = 0.95
        };

        Assert.That(Verdict.Of(router, sample).HasEdge);
        Assert.That(Verdict.Of(router, sample with { Level = 0.01 }).HasEdge, Is.False);
    }

    private static ReturnMetrics With(ReturnMetrics metrics, double sharpe) =>
        metrics with { Paper = metrics.Paper with { SharpeRatio = sharpe } };
}

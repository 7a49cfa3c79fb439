namespace AlphaMix.Evaluation.Tests;

public class VerdictTests
{
    [TestCase(1.0, 0.5, 0.95, true, true)]
    [TestCase(1.0, 0.5, 0.94, true, false)]
    [TestCase(0.4, 0.5, 1.0, false, true)]
    [TestCase(0.5, 0.5, 1.0, false, true)]
    [TestCase(double.NaN, 0.5, double.NaN, false, false)]
    public void Of_NeedsBoth(double sharpe, double equalWeight, double percentile, bool beatsEqualWeight, bool beatsRelabelled)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result;
        var router = sample.Routers[0] with { Net = With(sample.Routers[0].Net, sharpe), PercentileAmongRelabelledNet = percentile };

        var verdict = Verdict.Of(router, sample.EqualWeight with { Net = With(sample.EqualWeight.Net, equalWeight) });

        Assert.That(verdict, Is.EqualTo(new Verdict(beatsEqualWeight, beatsRelabelled)));
        Assert.That(verdict.HasEdge, Is.EqualTo(beatsEqualWeight && beatsRelabelled));
    }

    private static ReturnMetrics With(ReturnMetrics metrics, double sharpe) =>
        metrics with { Paper = metrics.Paper with { SharpeRatio = sharpe } };
}

using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Evaluations;

public class VerdictTests
{
    [TestCase(1.0, 0.5, 0.01, 0.99, true, true, true)]
    [TestCase(1.0, 0.5, 0.011, 0.99, true, false, true)]
    [TestCase(1.0, 0.5, 0.01, 0.98, true, true, false)]
    [TestCase(0.4, 0.5, 0.01, 1.0, false, true, true)]
    [TestCase(0.5, 0.5, 0.01, 1.0, false, true, true)]
    [TestCase(double.NaN, 0.5, double.NaN, double.NaN, false, false, false)]
    public void From_NeedsAll(
        double sharpe, double equalWeight, double p, double percentile, bool beatsEqualWeight, bool beyondChance, bool beatsPermuted)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result;
        var strategy = sample.Strategies[0] with
        {
            Costs = [sample.Strategies[0].Costs[0] with { Net = With(sample.Strategies[0].Net, sharpe) }],
            Statistics = sample.Strategies[0].Statistics with { DifferenceP = p },
            PercentileAmongPermutedNet = percentile
        };

        var verdict = Verdict.From(strategy, With(sample, equalWeight, equalWeight));

        Assert.That(verdict, Is.EqualTo(new Verdict(beatsEqualWeight, beyondChance, beatsPermuted)));
        Assert.That(verdict.HasEdge, Is.EqualTo(beatsEqualWeight && beyondChance && beatsPermuted));
    }

    [Test]
    public void From_AnotherLevel_MovesBothBars()
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result with { Level = 0.05 };
        var strategy = sample.Strategies[0] with
        {
            Statistics = sample.Strategies[0].Statistics with { DifferenceP = 0.05 },
            PercentileAmongPermutedNet = 0.95
        };

        Assert.That(Verdict.From(strategy, sample).HasEdge);
        Assert.That(Verdict.From(strategy, sample with { Level = 0.01 }).HasEdge, Is.False);
    }

    [TestCase(50, 100, true)]
    [TestCase(51, 100, false)]
    [TestCase(100, 100, false)]
    public void From_FallbackOnMostDays_AtTheHighestCosts_IsNoEdge(int fallbackDays, int days, bool tradesItsRule)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result with { Days = days };
        var cheap = sample.Strategies[0].Costs[0];
        var strategy = sample.Strategies[0] with { Costs = [cheap, cheap with { FallbackDays = fallbackDays, FallbackReason = "trading is dear" }] };

        var verdict = Verdict.From(strategy, sample);

        Assert.Multiple(() =>
        {
            Assert.That(verdict, Is.EqualTo(new Verdict(true, true, true, tradesItsRule)));
            Assert.That(verdict.HasEdge, Is.EqualTo(tradesItsRule));
        });
    }

    [Test]
    public void From_FallbackAtALowerCostAlone_DoesNotCount()
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result;
        var dear = sample.Strategies[0].Costs[0];
        var strategy = sample.Strategies[0] with { Costs = [dear with { FallbackDays = sample.Days }, dear] };

        Assert.That(Verdict.From(strategy, sample).HasEdge);
    }

    [TestCase(0.5, 1.1, 0.01, false, true)]
    [TestCase(1.1, 0.5, 0.01, false, true)]
    [TestCase(0.5, 0.5, 0.011, true, false)]
    [TestCase(0.5, 0.5, double.NaN, true, false)]
    public void From_NeedsBothOneOverN_RebalancedAndNot(
        double rebalanced, double drifting, double driftingP, bool beatsEqualWeight, bool beyondChance)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result;
        var strategy = sample.Strategies[0] with
        {
            Costs = [sample.Strategies[0].Costs[0] with { Net = With(sample.Strategies[0].Net, 1) }],
            Factors = sample.Strategies[0].Factors! with { OverDriftingP = driftingP }
        };

        var verdict = Verdict.From(strategy, With(sample, rebalanced, drifting));

        Assert.That(verdict, Is.EqualTo(new Verdict(beatsEqualWeight, beyondChance, true)));
    }

    [TestCase(0.01, true)]
    [TestCase(0.0101, false)]
    [TestCase(double.NaN, false)]
    public void From_NeedsAnAlphaThatTheFactorsLeave(double p, bool holds)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result;
        var strategy = sample.Strategies[0] with { Factors = sample.Strategies[0].Factors! with { AlphaP = p } };

        var verdict = Verdict.From(strategy, sample);

        Assert.That(verdict, Is.EqualTo(new Verdict(true, true, true, AlphaHolds: holds)));
        Assert.That(verdict.HasEdge, Is.EqualTo(holds));
    }

    [TestCase(null, true)]
    [TestCase(1, true)]
    [TestCase(297, false)]
    public void From_TheAlphaOfTheBestOfManyTrials_MustBeBeyondChance(int? trials, bool survives)
    {
        var sample = SampleEvaluation.Run(portfolios: 5).Result with { TrialsGiven = trials };
        var factors = sample.Strategies[0].Factors!;
        var strategy = sample.Strategies[0] with { Factors = factors with { Fit = factors.Fit with { AlphaT = 3.5 } } };

        var verdict = Verdict.From(strategy, sample);

        Assert.That(verdict, Is.EqualTo(new Verdict(true, true, true, SurvivesTrials: survives)));
        Assert.That(verdict.HasEdge, Is.EqualTo(survives));
    }

    private static EvaluationResult With(EvaluationResult sample, double equalWeight, double drifting) => sample with
    {
        EqualWeight = sample.EqualWeight with { Net = With(sample.EqualWeight.Net, equalWeight) },
        Factors = sample.Factors! with
        {
            Portfolios = [.. sample.Factors!.Portfolios.Select(one => one == sample.Factors.Drifting ? one with { Net = With(one.Net, drifting) } : one)]
        }
    };

    private static ReturnMetrics With(ReturnMetrics metrics, double sharpe) =>
        metrics with { Paper = metrics.Paper with { SharpeRatio = sharpe } };
}

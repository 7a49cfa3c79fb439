using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Evaluations;

public class EvaluatorTests
{
    [Test]
    public void Evaluate_KeepsTheOrderOfTheStrategies() =>
        Assert.That(SampleEvaluation.Run(worst: "A").Result.Strategies.Select(strategy => strategy.Name), Is.EqualTo(new[] { "V", "A" }));

    [Test]
    public void Evaluate_MeasuresTheCurvesItReturns()
    {
        var outcome = SampleEvaluation.Run();
        var (result, curves, _) = outcome;

        Assert.Multiple(() =>
        {
            Assert.That(result.Strategies[1].Gross.Paper, Is.EqualTo(PaperMetrics.From(curves.Strategies[1].Free.GrossReturns)));
            Assert.That(result.Strategies[1].Net.Compounded, Is.EqualTo(CompoundedMetrics.From(curves.Strategies[1].Net.NetReturns)));
            Assert.That(result.Strategies[1].Turnover, Is.EqualTo(curves.Strategies[1].Free.MeanTurnover));
            Assert.That(result.EqualWeight.Gross.Paper, Is.EqualTo(PaperMetrics.From(curves.EqualWeight.GrossReturns)));
            Assert.That(result.Days, Is.EqualTo(SampleEvaluation.Days));
            Assert.That(result.Strategies[0].ExpertsUsed, Is.EqualTo(3));
            Assert.That(result.Strategies[1].ExpertsUsed, Is.NaN);
            Assert.That(result.Strategies[0].Disagreement, Is.EqualTo(new Disagreement(0.25, 0.5)));
            Assert.That(result.Strategies[1].Disagreement, Is.Null);
        });
    }

    [Test]
    public void Evaluate_RanksGrossAmongGrossAndNetAmongNet()
    {
        var (result, _, simulator) = SampleEvaluation.Run(costBps: 30);
        var portfolio = simulator.Rank(SampleEvaluation.Strategies()[1].Scores, new RuleTimeline(new DailyTopK()));

        var random = RandomPortfolios.Run(simulator, 4, result.Seed, result.Portfolios, threads: 1);
        var permuted = PermutedPortfolios.Run(simulator, portfolio, result.HighestCosts, result.Seed, result.Portfolios, threads: 1);

        var blind = result.Strategies[1];
        var (gross, net) = (blind.Gross.Paper.SharpeRatio, blind.Net.Paper.SharpeRatio);
        Assert.Multiple(() =>
        {
            Assert.That(blind.PercentileAmongRandom, Is.EqualTo(random.PercentileOf(gross)).And.Not.EqualTo(random.PercentileOf(net)));
            Assert.That(blind.PercentileAmongPermuted, Is.EqualTo(permuted.Gross.PercentileOf(gross)));
            Assert.That(blind.PercentileAmongPermutedNet, Is.EqualTo(permuted.Net.PercentileOf(net)).And.Not.EqualTo(permuted.Gross.PercentileOf(net)));
            Assert.That(result.Random!.SharpeRatio, Is.EqualTo(Distribution.From(random.SharpeRatios)));
        });
    }

    [Test]
    public void Evaluate_StatisticsAreOfNetReturns_AgainstOneOverN_InThePapersUnit()
    {
        var (result, curves, _) = SampleEvaluation.Run(costBps: 30);

        var (net, equalWeight) = (curves.Strategies.Select(strategy => strategy.Net.NetReturns).ToArray(), curves.EqualWeightAtCosts[0].NetReturns);
        var bootstrap = new BootstrapOptions { Seed = result.Seed };
        var root = Math.Sqrt(SampleEvaluation.Days);
        var blind = result.Strategies[1].Statistics;
        Assert.Multiple(() =>
        {
            Assert.That(blind.Sharpe, Is.EqualTo(SharpeBootstrap.Interval(net[1], bootstrap).Times(root)));
            Assert.That(blind.Sharpe.Value, Is.EqualTo(result.Strategies[1].Net.Paper.SharpeRatio).Within(1e-12));
            Assert.That(blind.Difference, Is.EqualTo(SharpeBootstrap.Compare(net, equalWeight, bootstrap)[1].Difference.Times(root)));
            Assert.That(
                blind.Difference.Value,
                Is.EqualTo(result.Strategies[1].Net.Paper.SharpeRatio - result.EqualWeight.Net.Paper.SharpeRatio).Within(1e-12));
            Assert.That(blind.DifferenceP, Is.EqualTo(SharpeBootstrap.Compare(net, equalWeight, bootstrap)[1].AdjustedP));
            Assert.That(blind.Probabilistic, Is.EqualTo(ProbabilisticSharpe.Compute(SharpeEstimate.From(net[1]))));
            Assert.That(blind.Deflated, Is.EqualTo(DeflatedSharpe.Compute(SharpeEstimate.From(net[1]), 341)));
            Assert.That(blind.IcT, Is.EqualTo(NeweyWest.TOfMean(result.Strategies[1].Forecast.Daily)));
            Assert.That(blind.BreakEvenBps, Is.EqualTo(BreakEvenCost.Bps(curves.Strategies[1].Free, curves.EqualWeight)));
            Assert.That(result.SuperiorAbility, Is.EqualTo(SuperiorAbility.Compute(net, equalWeight, bootstrap)));
            Assert.That(result.EqualWeight.Sharpe, Is.EqualTo(SharpeBootstrap.Interval(equalWeight, bootstrap).Times(root)));
        });
    }

    [Test]
    public void Evaluate_TrialsGiven_ReplaceTheUsesOfValidation()
    {
        var options = new EvaluatorOptions { Trials = 7, ValidationUses = new ValidationUses { Epochs = 100 } };

        Assert.That(options.TrialsOrUses, Is.EqualTo(7));
        Assert.That((options with { Trials = null }).TrialsOrUses, Is.EqualTo(100));
        Assert.That(new EvaluatorOptions().TrialsOrUses, Is.Null);
        Assert.That(
            () => new EvaluatorOptions { Trials = 0, Replications = 0, Portfolios = -1 }.Validate(),
            Throws.ArgumentException.With.Message.Contains("Trials").And.Message.Contains("Replications").And.Message.Contains("Portfolios"));
    }

    [Test]
    public void Evaluate_TellsKnowledgeFromNone()
    {
        var result = SampleEvaluation.Run().Result;

        Assert.Multiple(() =>
        {
            Assert.That(result.Strategies[0].Forecast.Accuracy, Is.EqualTo(1));
            Assert.That(result.Strategies[0].PercentileAmongRandom, Is.EqualTo(1));
            Assert.That(result.Strategies[0].PercentileAmongPermutedNet, Is.EqualTo(1));
            Assert.That(Verdict.From(result.Strategies[0], result).HasEdge, Is.True);
            Assert.That(Verdict.From(result.Strategies[1], result).HasEdge, Is.False);
        });
    }

    [Test]
    public void Evaluate_SameSeed_SameBytes()
    {
        var first = EvaluationJson.ToString([SampleEvaluation.Run().Result]);
        var second = EvaluationJson.ToString([SampleEvaluation.Run().Result]);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Evaluate_NoDecisionDay_Throws()
    {
        var grid = SmallMarket.Random(5, 3, seed: 1);

        Assert.That(
            () => Evaluator.Evaluate(new Simulator(grid, new EvaluationSpan(0, 0), FillRule.Close), [], [ProportionalCosts.None]),
            Throws.ArgumentException.With.Message.Contains("no decision day"));
    }

    [Test]
    public void Evaluate_InstrumentsWithoutABarInTheSpan_AreNotCounted()
    {
        var grid = SmallMarket.Grid([[1, 1, 0], [1, 0, 0], [1, 0, 1]]);

        var result = Evaluator.Evaluate(new Simulator(grid, new EvaluationSpan(0, 2), FillRule.Close), [], [ProportionalCosts.None]).Result;

        Assert.That(result.Instruments, Is.EqualTo(2));
    }
}

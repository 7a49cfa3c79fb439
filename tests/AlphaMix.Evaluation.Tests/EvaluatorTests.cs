using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Evaluation.Statistics;
using AlphaMix.Training.Configuration;

namespace AlphaMix.Evaluation.Tests;

public class EvaluatorTests
{
    [Test]
    public void Evaluate_PutsTheRoutersInThePapersOrder() =>
        Assert.That(SampleEvaluation.Run(worst: "A").Result.Routers.Select(router => router.Name), Is.EqualTo(new[] { "V", "A" }));

    [Test]
    public void Evaluate_MeasuresTheCurvesItReturns()
    {
        var outcome = SampleEvaluation.Run();
        var (result, curves) = outcome;

        Assert.Multiple(() =>
        {
            Assert.That(result.Routers[1].Gross.Paper, Is.EqualTo(PaperMetrics.From(curves.Routers[1].GrossReturns)));
            Assert.That(result.Routers[1].Net.Compounded, Is.EqualTo(CompoundedMetrics.From(curves.Routers[1].NetReturns)));
            Assert.That(result.Routers[1].Turnover, Is.EqualTo(curves.Routers[1].MeanTurnover));
            Assert.That(result.EqualWeight.Gross.Paper, Is.EqualTo(PaperMetrics.From(curves.EqualWeight.GrossReturns)));
            Assert.That(result.Days, Is.EqualTo(SampleEvaluation.Days));
            Assert.That(result.Routers[0].ExpertsUsed, Is.EqualTo(3));
            Assert.That(result.Routers[1].ExpertsUsed, Is.NaN);
            Assert.That(result.Routers[0].Disagreement, Is.EqualTo(new Disagreement(0.25, 0.5)));
            Assert.That(result.Routers[1].Disagreement, Is.Null);
        });
    }

    [Test]
    public void Evaluate_RanksGrossAmongGrossAndNetAmongNet()
    {
        var (result, curves) = SampleEvaluation.Run(new PortfolioOptions { CostBps = 30 });
        var span = new EvaluationSpan(0, SampleEvaluation.Days);

        var random = RandomPortfolios.Run(SampleEvaluation.Grid, span, result.Options, result.Seed, result.Portfolios);
        var relabelled = RelabelledPortfolios.Run(SampleEvaluation.Grid, span, curves.Routers[1], result.Options, result.Seed, result.Portfolios);

        var blind = result.Routers[1];
        var (gross, net) = (blind.Gross.Paper.SharpeRatio, blind.Net.Paper.SharpeRatio);
        Assert.Multiple(() =>
        {
            Assert.That(blind.PercentileAmongRandom, Is.EqualTo(random.PercentileOf(gross)).And.Not.EqualTo(random.PercentileOf(net)));
            Assert.That(blind.PercentileAmongRelabelled, Is.EqualTo(relabelled.Gross.PercentileOf(gross)));
            Assert.That(blind.PercentileAmongRelabelledNet, Is.EqualTo(relabelled.Net.PercentileOf(net)).And.Not.EqualTo(relabelled.Gross.PercentileOf(net)));
            Assert.That(result.Random.SharpeRatio, Is.EqualTo(Distribution.From(random.SharpeRatios)));
        });
    }

    [Test]
    public void Evaluate_StatisticsAreOfNetReturns_AgainstOneOverN_InThePapersUnit()
    {
        var (result, curves) = SampleEvaluation.Run(new PortfolioOptions { CostBps = 30 });

        var (net, equalWeight) = (curves.Routers.Select(router => router.NetReturns).ToArray(), curves.EqualWeight.NetReturns);
        var bootstrap = new BootstrapOptions { Seed = result.Seed };
        var root = Math.Sqrt(SampleEvaluation.Days);
        var blind = result.Routers[1].Statistics;
        Assert.Multiple(() =>
        {
            Assert.That(blind.Sharpe, Is.EqualTo(SharpeBootstrap.Interval(net[1], bootstrap).Times(root)));
            Assert.That(blind.Sharpe.Value, Is.EqualTo(result.Routers[1].Net.Paper.SharpeRatio).Within(1e-12));
            Assert.That(blind.Difference, Is.EqualTo(SharpeBootstrap.Compare(net, equalWeight, bootstrap)[1].Difference.Times(root)));
            Assert.That(
                blind.Difference.Value,
                Is.EqualTo(result.Routers[1].Net.Paper.SharpeRatio - result.EqualWeight.Net.Paper.SharpeRatio).Within(1e-12));
            Assert.That(blind.DifferenceP, Is.EqualTo(SharpeBootstrap.Compare(net, equalWeight, bootstrap)[1].AdjustedP));
            Assert.That(blind.Probabilistic, Is.EqualTo(ProbabilisticSharpe.Of(SharpeEstimate.From(net[1]))));
            Assert.That(blind.Deflated, Is.EqualTo(DeflatedSharpe.Of(SharpeEstimate.From(net[1]), 341)));
            Assert.That(blind.IcT, Is.EqualTo(NeweyWest.TOfMean(result.Routers[1].Forecast.Daily)));
            Assert.That(blind.BreakEvenBps, Is.EqualTo(BreakEvenCost.Bps(curves.Routers[1], curves.EqualWeight)));
            Assert.That(result.SuperiorAbility, Is.EqualTo(SuperiorAbility.Of(net, equalWeight, bootstrap)));
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
            () => new EvaluatorOptions { Trials = 0, Replications = 0, Portfolios = 0 }.Validate(),
            Throws.ArgumentException.With.Message.Contains("Trials").And.Message.Contains("Replications").And.Message.Contains("Portfolios"));
    }

    [Test]
    public void Evaluate_TellsKnowledgeFromNone()
    {
        var result = SampleEvaluation.Run().Result;

        Assert.Multiple(() =>
        {
            Assert.That(result.Routers[0].Forecast.Accuracy, Is.EqualTo(1));
            Assert.That(result.Routers[0].PercentileAmongRandom, Is.EqualTo(1));
            Assert.That(result.Routers[0].PercentileAmongRelabelledNet, Is.EqualTo(1));
            Assert.That(Verdict.Of(result.Routers[0], result.EqualWeight).HasEdge, Is.True);
            Assert.That(Verdict.Of(result.Routers[1], result.EqualWeight).HasEdge, Is.False);
        });
    }

    [Test]
    public void Evaluate_SameSeed_SameBytes()
    {
        var first = EvaluationJson.ToString(SampleEvaluation.Run().Result);
        var second = EvaluationJson.ToString(SampleEvaluation.Run().Result);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Evaluate_NoDecisionDay_Throws()
    {
        var grid = SmallMarket.Random(5, 3, seed: 1);

        Assert.That(
            () => Evaluator.Evaluate(grid, new EvaluationSpan(0, 0), new Dictionary<string, ScoreSheet>(), new PortfolioOptions(), 1),
            Throws.ArgumentException.With.Message.Contains("no decision day"));
    }

    [Test]
    public void Evaluate_InstrumentsWithoutABarInTheSpan_AreNotCounted()
    {
        var grid = SmallMarket.Grid([[1, 1, 0], [1, 0, 0], [1, 0, 1]]);

        var result = Evaluator.Evaluate(grid, new EvaluationSpan(0, 2), new Dictionary<string, ScoreSheet>(), new PortfolioOptions(), 1).Result;

        Assert.That(result.Instruments, Is.EqualTo(2));
    }
}

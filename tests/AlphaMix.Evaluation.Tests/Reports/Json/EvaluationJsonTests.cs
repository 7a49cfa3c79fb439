using System.Text.Json.Nodes;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Reports.Json;

public class EvaluationJsonTests
{
    [Test]
    public void ToString_HasTheKeysThatReadersRelyOn()
    {
        var json = JsonNode.Parse(EvaluationJson.ToString([SampleEvaluation.Run().Result]))!;

        Assert.Multiple(() =>
        {
            Assert.That(Keys(json), Is.EqualTo(new[]
            {
                "span", "instruments", "options", "seed", "portfolios", "V", "W", "equalWeight", "randomTopK", "superiorAbility", "backtestOverfitting", "validationUses",
                "comparators", "overComparators", "folds", "factors"
            }));
            Assert.That(Keys(json["span"]!), Is.EqualTo(new[] { "from", "to", "days" }));
            Assert.That(Keys(json["options"]!), Is.EqualTo(new[] { "rule", "topK", "fill", "costBps", "costPerShare", "holdingBuffer" }));
            Assert.That(Keys(json["V"]!), Is.EqualTo(new[]
            {
                "paper", "compounded", "net", "accuracy", "samples", "ic", "rankIc", "icir", "rankIcir", "turnover", "expertsUsed",
                "percentileAmongRandom", "percentileAmongPermuted", "percentileAmongPermutedNet", "activePercentileAmongPermuted", "sharpeInterval",
                "sharpeDifference", "sharpeDifferenceP", "probabilisticSharpe", "deflatedSharpe", "trials", "icT", "breakEvenBps", "costs", "factors", "capacity", "disagreement", "verdict"
            }));
            Assert.That(Keys(json["V"]!["sharpeInterval"]!), Is.EqualTo(new[] { "lower", "upper", "level" }));
            Assert.That(Keys(json["V"]!["sharpeDifference"]!), Is.EqualTo(new[] { "value", "lower", "upper", "level" }));
            Assert.That(Keys(json["V"]!["verdict"]!), Is.EqualTo(new[] { "beatsEqualWeight", "beyondChance", "beatsPermuted", "tradesItsRule", "alphaHolds", "survivesTrials", "edge", "level" }));
            Assert.That(Keys(json["equalWeight"]!), Is.EqualTo(new[] { "paper", "compounded", "net", "turnover", "sharpeInterval", "probabilisticSharpe" }));
            Assert.That(Keys(json["superiorAbility"]!), Is.EqualTo(new[] { "t", "p", "pLower", "pUpper" }));
            Assert.That(Keys(json["V"]!["paper"]!), Is.EqualTo(new[] { "TR", "SR", "CR", "SoR", "VOL", "DD", "MDD" }));
            Assert.That(Keys(json["V"]!["net"]!), Is.EqualTo(new[] { "TR", "SR", "CR", "SoR", "VOL", "DD", "MDD", "compounded" }));
            Assert.That(Keys(json["V"]!["compounded"]!), Is.EqualTo(new[]
            {
                "annualisedReturn", "annualisedVolatility", "sharpe", "sortino", "calmar", "maxDrawdown", "totalReturn"
            }));
            Assert.That(Keys(json["V"]!["disagreement"]!), Is.EqualTo(new[] { "pairwise", "nonUnanimous" }));
            Assert.That(Keys(json["randomTopK"]!), Is.EqualTo(new[] { "count", "SR", "TR" }));
            Assert.That(Keys(json["randomTopK"]!["SR"]!), Is.EqualTo(new[] { "mean", "sd", "p05", "p50", "p95" }));
            Assert.That(Keys(json["validationUses"]!), Is.EqualTo(new[] { "epochs", "topK", "W", "S", "R", "calibration", "total" }));
        });
    }

    [Test]
    public void ToString_CarriesTheNumbers()
    {
        var result = SampleEvaluation.Run().Result;

        var json = JsonNode.Parse(EvaluationJson.ToString([result]))!;

        Assert.Multiple(() =>
        {
            Assert.That((double)json["V"]!["paper"]!["SR"]!, Is.EqualTo(result.Strategies[0].Gross.Paper.SharpeRatio));
            Assert.That((double)json["V"]!["net"]!["SR"]!, Is.EqualTo(result.Strategies[0].Net.Paper.SharpeRatio));
            Assert.That((double)json["W"]!["percentileAmongPermutedNet"]!, Is.EqualTo(result.Strategies[1].PercentileAmongPermutedNet));
            Assert.That((double)json["V"]!["sharpeInterval"]!["lower"]!, Is.EqualTo(result.Strategies[0].Statistics.Sharpe.Lower));
            Assert.That((double)json["V"]!["sharpeDifference"]!["upper"]!, Is.EqualTo(result.Strategies[0].Statistics.Difference.Upper));
            Assert.That((double)json["V"]!["sharpeDifferenceP"]!, Is.EqualTo(result.Strategies[0].Statistics.DifferenceP));
            Assert.That((double)json["W"]!["deflatedSharpe"]!, Is.EqualTo(result.Strategies[1].Statistics.Deflated));
            Assert.That((int)json["W"]!["trials"]!, Is.EqualTo(240 + 24 + 64 + 9 + 3 + 1));
            Assert.That((double)json["W"]!["icT"]!, Is.EqualTo(result.Strategies[1].Statistics.IcT));
            Assert.That((double)json["V"]!["breakEvenBps"]!, Is.EqualTo(result.Strategies[0].Statistics.BreakEvenBps));
            Assert.That((double)json["V"]!["factors"]!["alpha"]!["lower"]!, Is.EqualTo(252 * result.Strategies[0].Factors!.Fit.Alpha.Lower));
            Assert.That((double)json["W"]!["factors"]!["alphaP"]!, Is.EqualTo(result.Strategies[1].Factors!.AlphaP));
            Assert.That((double)json["W"]!["factors"]!["exposures"]![0]!["beta"]!, Is.EqualTo(result.Strategies[1].Factors!.Fit.Betas[0]));
            Assert.That((string)json["factors"]!["portfolios"]![1]!["key"]!, Is.EqualTo("driftingEqualWeight"));
            Assert.That((double)json["factors"]!["portfolios"]![1]!["net"]!["SR"]!, Is.EqualTo(result.Factors!.Drifting.Net.Paper.SharpeRatio));
            Assert.That((string)json["factors"]!["leftOut"]![0]!["name"]!, Is.EqualTo("low volatility"));
            Assert.That((double)json["superiorAbility"]!["p"]!, Is.EqualTo(result.SuperiorAbility.Consistent));
            Assert.That((double)json["equalWeight"]!["paper"]!["MDD"]!, Is.EqualTo(result.EqualWeight.Gross.Paper.MaxDrawdown));
            Assert.That((double)json["randomTopK"]!["TR"]!["p95"]!, Is.EqualTo(result.Random!.TotalReturn.P95));
            Assert.That((int)json["validationUses"]!["total"]!, Is.EqualTo(240 + 24 + 64 + 9 + 3 + 1));
            Assert.That((string)json["span"]!["from"]!, Is.EqualTo("2024-01-01"));
            Assert.That((string)json["span"]!["to"]!, Is.EqualTo("2024-02-29"));
            Assert.That((string)json["options"]!["fill"]!, Is.EqualTo("close"));
        });
    }

    [Test]
    public void ToString_CapacityAndOverfitting_WhereTheyAreKnown()
    {
        var result = SampleEvaluation.Run().Result;
        var splits = new BacktestOverfitting { Probability = 0.25, ProbabilityOfLoss = 0.125, Logits = [0.5, -0.5] };
        var capacity = new Capacity { ByVolume = [new CapacityPoint(0.01, 5e6)], ByImpact = 1e9, Trades = 7, Unknown = 1 };

        var json = JsonNode.Parse(EvaluationJson.ToString(
        [
            result with
            {
                Overfitting = new PoolOverfitting(splits, null, 16),
                Strategies = [result.Strategies[0] with { Capacity = capacity }, result.Strategies[1]]
            }
        ]))!;

        Assert.Multiple(() =>
        {
            Assert.That((double)json["V"]!["capacity"]!["byVolume"]![0]!["capital"]!, Is.EqualTo(5e6));
            Assert.That((double)json["V"]!["capacity"]!["byImpact"]!, Is.EqualTo(1e9));
            Assert.That(json["W"]!["capacity"], Is.Null, "the sample's prices have no volumes");
            Assert.That((double)json["backtestOverfitting"]!["validation"]!["probability"]!, Is.EqualTo(0.25));
            Assert.That((int)json["backtestOverfitting"]!["validation"]!["splits"]!, Is.EqualTo(2));
            Assert.That(json["backtestOverfitting"]!["evaluated"], Is.Null);
            Assert.That(JsonNode.Parse(EvaluationJson.ToString([result]))!["backtestOverfitting"], Is.Null);
        });
    }

    [Test]
    public void ToString_WhatIsNotDefined_IsNull()
    {
        var result = SampleEvaluation.Run().Result;

        var json = JsonNode.Parse(EvaluationJson.ToString([result with { ValidationUses = null }]))!;

        Assert.That(json["W"]!.AsObject().ContainsKey("expertsUsed") && json["W"]!["expertsUsed"] is null);
        Assert.That(json["validationUses"], Is.Null);
    }

    [Test]
    public void ToString_StrategyNamedLikeAnotherKey_Throws() =>
        Assert.That(() => EvaluationJson.ToString([SampleEvaluation.Run(worst: "span").Result]), Throws.ArgumentException.With.Message.Contains("'span'"));

    [Test]
    public void ToString_SeveralEvaluations_AreAnArray() => Assert.That(
        JsonNode.Parse(EvaluationJson.ToString([SampleEvaluation.Run().Result, SampleEvaluation.Run().Result]))!["pools"]!.AsArray(), Has.Count.EqualTo(2));

    [Test]
    public void ToString_OfARankBuffer_HasRuleCostsComparatorsAndFolds_AndNoRandomPortfolios()
    {
        var result = SampleRankBuffer.Run(scores: SampleRankBuffer.SilentAtFirst(7)).Result;

        var json = JsonNode.Parse(EvaluationJson.ToString([result]))!;

        Assert.Multiple(() =>
        {
            Assert.That((string)json["options"]!["rule"]!["name"]!, Is.EqualTo("rankBuffer"));
            Assert.That((int)json["options"]!["rule"]!["parameters"]!["minUniverse"]!, Is.EqualTo(20));
            Assert.That(json["options"]!.AsObject().ContainsKey("topK"), Is.False);
            Assert.That((double)json["options"]!["costBps"]!, Is.EqualTo(10));
            Assert.That(json["randomTopK"], Is.Null);
            Assert.That(json["V"]!["costs"]!.AsArray().Select(cost => (double)cost!["costBps"]!), Is.EqualTo(new[] { 0.0, 5, 10 }));
            Assert.That((double)json["V"]!["costs"]![1]!["informationRatio"]!, Is.EqualTo(result.Strategies[0].Costs[1].OverEqualWeight.InformationRatio.Value));
            Assert.That((int)json["V"]!["costs"]![0]!["fallbackDays"]!, Is.EqualTo(7));
            Assert.That((string)json["V"]!["costs"]![0]!["fallbackReason"]!, Is.EqualTo("18 names are scored, fewer than 20"));
            Assert.That(Keys(json["comparators"]!), Is.EqualTo(new[] { "pool", "prior", "ridge" }));
            Assert.That(json["comparators"]!["pool"]!.AsObject().ContainsKey("verdict"), Is.False);
            Assert.That((string)json["overComparators"]![3]!["over"]!, Is.EqualTo("prior"));
            Assert.That((double)json["overComparators"]![4]!["costBps"]!, Is.EqualTo(5));
            Assert.That((string)json["folds"]![1]!["fittedThrough"]!, Is.EqualTo("2024-02-19"));
            Assert.That(json["folds"]![1]!.AsObject().ContainsKey("rule"), Is.False, "both pools trade by the same rule");
        });
    }

    [Test]
    public void ToString_OfDatedPoolsWithOtherParameters_HasEachPoolsRule_AndNullWhereTheyDiffer()
    {
        var second = SampleRankBuffer.Rule with { MinPositions = 6, ExpectedTurnover = 0.06 };

        var json = JsonNode.Parse(EvaluationJson.ToString([SampleRankBuffer.Run(second: second).Result]))!;

        var common = json["options"]!["rule"]!["parameters"]!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(common.Where(parameter => parameter.Value is null).Select(parameter => parameter.Key), Is.EqualTo(new[] { "expectedTurnover", "minPositions" }));
            Assert.That((int)common["minUniverse"]!, Is.EqualTo(20));
            Assert.That(json["folds"]!.AsArray().Select(fold => (int)fold!["rule"]!["parameters"]!["minPositions"]!), Is.EqualTo(new[] { 4, 6 }));
            Assert.That((double)json["folds"]![1]!["rule"]!["parameters"]!["expectedTurnover"]!, Is.EqualTo(0.06));
            Assert.That((string)json["folds"]![1]!["rule"]!["name"]!, Is.EqualTo("rankBuffer"));
        });
    }

    [Test]
    public void ToString_OfDatedDailyPoolsWithOtherK_HasNoTopK()
    {
        var simulator = SampleRankBuffer.Simulator;
        var rules = new RuleTimeline([new(SmallMarket.Day(0), new DailyTopK { TopK = 3 }), new(SmallMarket.Day(50), new DailyTopK { TopK = 5 })]);
        var strategy = new Strategy("V", SmallMarket.RandomScores(simulator.Grid, 11), rules);

        var result = Evaluator.Evaluate(simulator, [strategy], [ProportionalCosts.None], SampleRankBuffer.Options).Result;

        var options = JsonNode.Parse(EvaluationJson.ToString([result]))!["options"]!;
        Assert.That(options.AsObject().ContainsKey("topK"), Is.False);
        Assert.That((bool)options["holdingBuffer"]!, Is.False);
        Assert.That(RuleText.Short(result.Strategies[0]), Is.EqualTo("the top 3 or 5 (by pool) each day"));
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);
}

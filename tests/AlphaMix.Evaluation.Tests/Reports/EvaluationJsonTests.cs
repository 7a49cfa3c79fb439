using System.Text.Json.Nodes;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Reports;

public class EvaluationJsonTests
{
    [Test]
    public void Write_HasTheKeysThatReadersRelyOn()
    {
        var json = JsonNode.Parse(EvaluationJson.ToString(SampleEvaluation.Run().Result))!;

        Assert.Multiple(() =>
        {
            Assert.That(Keys(json), Is.EqualTo(new[]
            {
                "span", "instruments", "options", "seed", "portfolios", "V", "W", "equalWeight", "randomTopK", "superiorAbility", "backtestOverfitting", "validationUses"
            }));
            Assert.That(Keys(json["span"]!), Is.EqualTo(new[] { "from", "to", "days" }));
            Assert.That(Keys(json["options"]!), Is.EqualTo(new[] { "topK", "fill", "costBps", "costPerShare", "holdingBuffer" }));
            Assert.That(Keys(json["V"]!), Is.EqualTo(new[]
            {
                "paper", "compounded", "net", "accuracy", "samples", "ic", "rankIc", "icir", "rankIcir", "turnover", "expertsUsed",
                "percentileAmongRandom", "percentileAmongRelabelled", "percentileAmongRelabelledNet", "sharpeInterval",
                "sharpeDifference", "sharpeDifferenceP", "probabilisticSharpe", "deflatedSharpe", "trials", "icT", "breakEvenBps", "capacity", "disagreement", "verdict"
            }));
            Assert.That(Keys(json["V"]!["sharpeInterval"]!), Is.EqualTo(new[] { "lower", "upper", "level" }));
            Assert.That(Keys(json["V"]!["sharpeDifference"]!), Is.EqualTo(new[] { "value", "lower", "upper", "level" }));
            Assert.That(Keys(json["V"]!["verdict"]!), Is.EqualTo(new[] { "beatsEqualWeight", "beyondChance", "beatsRelabelled", "edge", "level" }));
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
    public void Write_CarriesTheNumbers()
    {
        var result = SampleEvaluation.Run().Result;

        var json = JsonNode.Parse(EvaluationJson.ToString(result))!;

        Assert.Multiple(() =>
        {
            Assert.That((double)json["V"]!["paper"]!["SR"]!, Is.EqualTo(result.Routers[0].Gross.Paper.SharpeRatio));
            Assert.That((double)json["V"]!["net"]!["SR"]!, Is.EqualTo(result.Routers[0].Net.Paper.SharpeRatio));
            Assert.That((double)json["W"]!["percentileAmongRelabelledNet"]!, Is.EqualTo(result.Routers[1].PercentileAmongRelabelledNet));
            Assert.That((double)json["V"]!["sharpeInterval"]!["lower"]!, Is.EqualTo(result.Routers[0].Statistics.Sharpe.Lower));
            Assert.That((double)json["V"]!["sharpeDifference"]!["upper"]!, Is.EqualTo(result.Routers[0].Statistics.Difference.Upper));
            Assert.That((double)json["V"]!["sharpeDifferenceP"]!, Is.EqualTo(result.Routers[0].Statistics.DifferenceP));
            Assert.That((double)json["W"]!["deflatedSharpe"]!, Is.EqualTo(result.Routers[1].Statistics.Deflated));
            Assert.That((int)json["W"]!["trials"]!, Is.EqualTo(240 + 24 + 64 + 9 + 3 + 1));
            Assert.That((double)json["W"]!["icT"]!, Is.EqualTo(result.Routers[1].Statistics.IcT));
            Assert.That((double)json["V"]!["breakEvenBps"]!, Is.EqualTo(result.Routers[0].Statistics.BreakEvenBps));
            Assert.That((double)json["superiorAbility"]!["p"]!, Is.EqualTo(result.SuperiorAbility.Consistent));
            Assert.That((double)json["equalWeight"]!["paper"]!["MDD"]!, Is.EqualTo(result.EqualWeight.Gross.Paper.MaxDrawdown));
            Assert.That((double)json["randomTopK"]!["TR"]!["p95"]!, Is.EqualTo(result.Random.TotalReturn.P95));
            Assert.That((int)json["validationUses"]!["total"]!, Is.EqualTo(240 + 24 + 64 + 9 + 3 + 1));
            Assert.That((string)json["span"]!["from"]!, Is.EqualTo("2024-01-01"));
            Assert.That((string)json["span"]!["to"]!, Is.EqualTo("2024-02-29"));
            Assert.That((string)json["options"]!["fill"]!, Is.EqualTo("close"));
        });
    }

    [Test]
    public void Write_CapacityAndOverfitting_WhereTheyAreKnown()
    {
        var result = SampleEvaluation.Run().Result;
        var splits = new BacktestOverfitting { Probability = 0.25, ProbabilityOfLoss = 0.125, Logits = [0.5, -0.5] };
        var capacity = new Capacity { ByVolume = [new CapacityPoint(0.01, 5e6)], ByImpact = 1e9, Trades = 7, Unknown = 1 };

        var json = JsonNode.Parse(EvaluationJson.ToString(result with
        {
            Overfitting = new PoolOverfitting(splits, null, 16),
            Routers = [result.Routers[0] with { Capacity = capacity }, result.Routers[1]]
        }))!;

        Assert.Multiple(() =>
        {
            Assert.That((double)json["V"]!["capacity"]!["byVolume"]![0]!["capital"]!, Is.EqualTo(5e6));
            Assert.That((double)json["V"]!["capacity"]!["byImpact"]!, Is.EqualTo(1e9));
            Assert.That(json["W"]!["capacity"], Is.Null, "the sample's prices have no volumes");
            Assert.That((double)json["backtestOverfitting"]!["validation"]!["probability"]!, Is.EqualTo(0.25));
            Assert.That((int)json["backtestOverfitting"]!["validation"]!["splits"]!, Is.EqualTo(2));
            Assert.That(json["backtestOverfitting"]!["evaluated"], Is.Null);
            Assert.That(JsonNode.Parse(EvaluationJson.ToString(result))!["backtestOverfitting"], Is.Null);
        });
    }

    [Test]
    public void Write_WhatIsNotDefined_IsNull()
    {
        var result = SampleEvaluation.Run().Result;

        var json = JsonNode.Parse(EvaluationJson.ToString(result with { ValidationUses = null }))!;

        Assert.That(json["W"]!.AsObject().ContainsKey("expertsUsed") && json["W"]!["expertsUsed"] is null);
        Assert.That(json["validationUses"], Is.Null);
    }

    [Test]
    public void Write_RouterNamedLikeAnotherKey_Throws() =>
        Assert.That(() => EvaluationJson.ToString(SampleEvaluation.Run(worst: "span").Result), Throws.ArgumentException.With.Message.Contains("'span'"));

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);
}

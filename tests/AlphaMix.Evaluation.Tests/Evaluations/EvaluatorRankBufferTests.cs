using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Tests.Evaluations;

public class EvaluatorRankBufferTests
{
    private static readonly BootstrapOptions Bootstrap = new() { Seed = SampleRankBuffer.Options.Seed, Replications = SampleRankBuffer.Options.Replications };

    [Test]
    public void Evaluate_KeepsThePathsBehindTheNumbers()
    {
        var (result, curves, _) = SampleRankBuffer.Run();

        for (var c = 0; c < 3; c++)
        {
            var excess = curves.Strategies[1].AtCosts[c].NetReturns.Zip(curves.EqualWeightAtCosts[c].NetReturns, (own, other) => own - other);
            Assert.That(result.Strategies[1].Costs[c].OverEqualWeight.Yearly, Is.EqualTo(252 * excess.Average()).Within(1e-12));
        }
    }

    [Test]
    public void Evaluate_EachCost_IsASimulationOfItsOwn()
    {
        var (result, curves, simulator) = SampleRankBuffer.Run();
        var scores = SmallMarket.RandomScores(SampleRankBuffer.Grid, 11);

        for (var c = 0; c < 3; c++)
        {
            var own = simulator.Run(scores, SampleRankBuffer.Rule, SampleRankBuffer.Costs[c]);
            var equalWeight = simulator.RunEqualWeight(SampleRankBuffer.Costs[c]);
            var scenario = result.Strategies[0].Costs[c];
            Assert.Multiple(() =>
            {
                Assert.That(curves.Strategies[0].AtCosts[c].NetReturns, Is.EqualTo(own.NetReturns));
                Assert.That(curves.EqualWeightAtCosts[c].NetReturns, Is.EqualTo(equalWeight.NetReturns));
                Assert.That(scenario.Costs, Is.SameAs(SampleRankBuffer.Costs[c]));
                Assert.That(scenario.Net, Is.EqualTo(ReturnMetrics.From(own.NetReturns)));
                Assert.That(scenario.EqualWeightNet, Is.EqualTo(ReturnMetrics.From(equalWeight.NetReturns)));
                Assert.That(scenario.OverEqualWeight, Is.EqualTo(ActiveReturn.Compute("1/N", own.NetReturns, equalWeight.NetReturns, Bootstrap)));
            });
        }

        Assert.That(result.HighestCosts.ExpectedBps, Is.EqualTo(10));
        Assert.That(result.Strategies[0].Net, Is.EqualTo(result.Strategies[0].Costs[2].Net), "net is after the highest costs");
        Assert.That(result.EqualWeight.Net, Is.EqualTo(result.Strategies[0].Costs[2].EqualWeightNet));
    }

    [Test]
    public void Evaluate_TheBand_IsOfPermutedPortfolios_WhichKnowNothing()
    {
        var (_, curves, _) = SampleRankBuffer.Run(isKnowing: true);
        var band = curves.PermutedBand!;

        Assert.Multiple(() =>
        {
            Assert.That(band.P05.Zip(band.P50).All(pair => pair.First <= pair.Second));
            Assert.That(band.P50.Zip(band.P95).All(pair => pair.First <= pair.Second));
            Assert.That(1 + curves.Strategies[0].Free.GrossReturns.Sum(), Is.GreaterThan(band.P95[^1]));
        });
    }

    [Test]
    public void Evaluate_WithoutPermutedPortfolios_HasNoBand()
    {
        var (result, curves, _) = Run(SampleRankBuffer.Options with { Portfolios = 0 });

        Assert.Multiple(() =>
        {
            Assert.That(curves.PermutedBand, Is.Null);
            Assert.That(result.Strategies[0].PercentileAmongPermuted, Is.NaN);
            Assert.That(result.Strategies[0].PercentileAmongPermutedNet, Is.NaN);
            Assert.That(result.Strategies[0].ActivePercentileAmongPermuted, Is.NaN);
        });
    }

    [Test]
    public void Evaluate_ARankBuffer_IsNotComparedWithRandomTopKPortfolios()
    {
        var (result, curves, _) = SampleRankBuffer.Run();

        Assert.Multiple(() =>
        {
            Assert.That(result.Random, Is.Null);
            Assert.That(curves.RandomBand, Is.Null);
            Assert.That(result.Strategies.Select(strategy => strategy.PercentileAmongRandom), Is.All.NaN);
        });
    }

    [Test]
    public void Evaluate_PercentilesArePaths_AmongPermutedPortfoliosOfTheSameRuleAndCosts()
    {
        var (result, curves, simulator) = SampleRankBuffer.Run();
        var portfolio = simulator.Rank(SmallMarket.RandomScores(SampleRankBuffer.Grid, 11), new RuleTimeline(SampleRankBuffer.Rule));

        var permuted = PermutedPortfolios.Run(simulator, portfolio, result.HighestCosts, result.Seed, result.Portfolios, threads: 1);

        var own = result.Strategies[0];
        Assert.Multiple(() =>
        {
            Assert.That(own.PercentileAmongPermuted, Is.EqualTo(permuted.Gross.PercentileOf(own.Gross.Paper.SharpeRatio)));
            Assert.That(own.PercentileAmongPermutedNet, Is.EqualTo(permuted.Net.PercentileOf(own.Net.Paper.SharpeRatio)));
            Assert.That(
                own.ActivePercentileAmongPermuted,
                Is.EqualTo(permuted.Gross.ActivePercentileOf(curves.Strategies[0].Free.GrossReturns, curves.EqualWeight.GrossReturns)));
        });
    }

    [Test]
    public void Evaluate_Intervals_AreTheBootstraps_OfTheActiveReturnsAtThatCost()
    {
        var (result, curves, _) = SampleRankBuffer.Run();
        double[] active = [.. curves.Strategies[0].AtCosts[1].NetReturns.Zip(curves.EqualWeightAtCosts[1].NetReturns, (own, other) => own - other)];

        var ratio = result.Strategies[0].Costs[1].OverEqualWeight.InformationRatio;

        var expected = SharpeBootstrap.Interval(active, Bootstrap).Times(Math.Sqrt(252));
        Assert.Multiple(() =>
        {
            Assert.That(ratio.Level, Is.EqualTo(0.95));
            Assert.That(ratio.Value, Is.EqualTo(expected.Value).Within(1e-12));
            Assert.That(ratio.Lower, Is.EqualTo(expected.Lower).Within(1e-12));
            Assert.That(ratio.Upper, Is.EqualTo(expected.Upper).Within(1e-12));
        });
    }

    [Test]
    public void OverComparators_IsOfTheFirstStrategyOverEachOther_AtEachCost()
    {
        var (result, curves, _) = SampleRankBuffer.Run();

        Assert.Multiple(() =>
        {
            Assert.That(
                result.OverComparators.Select(active => active.Over),
                Is.EqualTo(new[] { "pool", "pool", "pool", "prior", "prior", "prior", "ridge", "ridge", "ridge" }));
            Assert.That(
                result.OverComparators.Where(active => active.Over == "pool").All(active => active.InformationRatio.Upper < 0), "pool knows, V does not");
            Assert.That(
                result.OverComparators[5],
                Is.EqualTo(ActiveReturn.Compute(
                    "prior", curves.Strategies[0].AtCosts[2].NetReturns, curves.Strategies[2].AtCosts[2].NetReturns, Bootstrap)));
        });
    }

    [Test]
    public void Comparators_AreNotJudged_AndDoNotCountInTheCorrection()
    {
        var together = SampleRankBuffer.Run().Result;
        var alone = Run(SampleRankBuffer.Options, comparators: false).Result;

        Assert.Multiple(() =>
        {
            Assert.That(together.Judged.Select(strategy => strategy.Name), Is.EqualTo(new[] { "V" }));
            Assert.That(together.Strategies.Select(strategy => strategy.IsComparator), Is.EqualTo(new[] { false, true, true, true }));
            Assert.That(together.Strategies[0].Statistics, Is.EqualTo(alone.Strategies[0].Statistics));
            Assert.That(together.SuperiorAbility, Is.EqualTo(alone.SuperiorAbility));
            Assert.That(alone.OverComparators, Is.Empty);
            Assert.That(together.Strategies.Skip(1).Select(strategy => strategy.Capacity), Is.All.Null);
        });
    }

    [Test]
    public void JudgedStrategies_CountInTheCorrection()
    {
        var (result, curves, _) = Evaluator.Evaluate(
            SampleRankBuffer.Simulator,
            [.. Enumerable.Range(11, 3).Select(seed => new Strategy($"{seed}", SmallMarket.RandomScores(SampleRankBuffer.Grid, seed), SampleRankBuffer.Rule))],
            SampleRankBuffer.Costs,
            SampleRankBuffer.Options);

        var returns = curves.Strategies.Select(strategy => strategy.Net.NetReturns).ToArray();
        var expected = SharpeBootstrap.Compare(returns, curves.EqualWeightAtCosts[2].NetReturns, Bootstrap);
        Assert.Multiple(() =>
        {
            Assert.That(result.Strategies.Select(strategy => strategy.Statistics.DifferenceP), Is.EqualTo(expected.Select(one => one.AdjustedP)));
            Assert.That(result.SuperiorAbility, Is.EqualTo(SuperiorAbility.Compute(returns, curves.EqualWeightAtCosts[2].NetReturns, Bootstrap)));
        });
    }

    [Test]
    public void FallbackDays_AreCountedAtEachCost_WithTheirFirstReason()
    {
        var rule = SampleRankBuffer.Rule with { ExpectedTurnover = 0.12 };

        // 6 of 24 names are silent on 5 days. 252 x 2 x 12 % is 3.0 % a year at 5 bp, and 6.0 % at 10 bp, above the limit of 5 %.
        var costs = SampleRankBuffer.Run(rule, scores: SampleRankBuffer.SilentAtFirst(5)).Result.Strategies[0].Costs;

        Assert.Multiple(() =>
        {
            Assert.That(costs.Select(cost => cost.FallbackDays), Is.EqualTo(new[] { 5, 5, SampleRankBuffer.Days }));
            Assert.That(costs[1].FallbackReason, Does.Contain("18 names").And.Contain("20"));
            Assert.That(costs[2].FallbackReason, Does.Contain("18 names"), "the first day has too few names whatever trading costs");
            Assert.That(SampleRankBuffer.Run(rule).Result.Strategies[0].Costs[2].FallbackReason, Does.Contain("6.0 % a year"));
            Assert.That(SampleRankBuffer.Run().Result.Strategies[0].Costs[2].FallbackReason, Is.Null);
        });
    }

    [Test]
    public void FallbackThroughout_AtTheHighestCosts_HasNoEdge_WhateverTheScoresKnow()
    {
        var knowing = SampleRankBuffer.Run(isKnowing: true).Result;
        var dear = SampleRankBuffer.Run(SampleRankBuffer.Rule with { ExpectedTurnover = 0.12 }, isKnowing: true).Result;

        Assert.That(Verdict.From(knowing.Strategies[0], knowing with { Level = 0.05 }).HasEdge);
        Assert.That(Verdict.From(dear.Strategies[0], dear with { Level = 0.05 }).TradesItsRule, Is.False);
        Assert.That(Verdict.From(dear.Strategies[0], dear with { Level = 0.05 }).HasEdge, Is.False);
    }

    [Test]
    public void Evaluate_AFallbackAtTheHighestCostsAlone_RanksGrossAmongPortfoliosThatTradeWithoutCosts()
    {
        var rule = SampleRankBuffer.Rule with { ExpectedTurnover = 0.12 };
        var (result, curves, simulator) = SampleRankBuffer.Run(rule);
        var portfolio = simulator.Rank(SmallMarket.RandomScores(SampleRankBuffer.Grid, 11), new RuleTimeline(rule));

        var free = PermutedPortfolios.Run(simulator, portfolio, ProportionalCosts.None, result.Seed, result.Portfolios, threads: 1);

        Assert.That(curves.Strategies[0].Free.FallbackDays, Is.Zero);
        Assert.That(result.Strategies[0].PercentileAmongPermuted, Is.EqualTo(free.Gross.PercentileOf(result.Strategies[0].Gross.Paper.SharpeRatio)));
    }

    [Test]
    public void Evaluate_AnyNumberOfThreads_SameNumbers()
    {
        var one = Run(SampleRankBuffer.Options with { Threads = 1 }).Result;
        var four = Run(SampleRankBuffer.Options with { Threads = 4 }).Result;

        for (var s = 0; s < one.Strategies.Count; s++)
        {
            Assert.That(four.Strategies[s].PercentileAmongPermutedNet, Is.EqualTo(one.Strategies[s].PercentileAmongPermutedNet));
            Assert.That(four.Strategies[s].Statistics, Is.EqualTo(one.Strategies[s].Statistics));
        }
    }

    [Test]
    public void Evaluate_TwoStrategiesOfOneName_OrNoCost_Throws()
    {
        var strategy = new Strategy("V", SmallMarket.RandomScores(SampleRankBuffer.Grid, 11), SampleRankBuffer.Rule);

        Assert.That(
            () => Evaluator.Evaluate(SampleRankBuffer.Simulator, [strategy, strategy], SampleRankBuffer.Costs),
            Throws.ArgumentException.With.Message.Contains("'V' 2 times"));
        Assert.That(
            () => Evaluator.Evaluate(SampleRankBuffer.Simulator, [strategy], []), Throws.ArgumentException.With.Message.Contains("at least one cost"));
    }

    private static EvaluationOutcome Run(EvaluatorOptions options, bool comparators = true)
    {
        Strategy Strategy(string name, int seed, bool isComparator) =>
            new(name, SmallMarket.RandomScores(SampleRankBuffer.Grid, seed), SampleRankBuffer.Rule) { IsComparator = isComparator };
        Strategy[] others = [Strategy("prior", 12, true), Strategy("ridge", 13, true)];
        return Evaluator.Evaluate(
            SampleRankBuffer.Simulator, [Strategy("V", 11, false), .. comparators ? others : []], SampleRankBuffer.Costs, options);
    }
}

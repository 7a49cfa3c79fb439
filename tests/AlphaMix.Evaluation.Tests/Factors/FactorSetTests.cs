using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Factors;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Factors;

public class FactorSetTests
{
    private static readonly ProportionalCosts Costs = new() { Bps = 10 };

    [Test]
    public void Trade_TooLittleHistory_AndNoVolumes_AreNamed()
    {
        var set = Trade(SmallMarket.Random(200, 12, seed: 1), new EvaluationSpan(61, 100));

        Assert.Multiple(() =>
        {
            Assert.That(set.Factors.Select(factor => factor.Key), Is.EqualTo(new[] { "lowVolatility", "reversal" }));
            Assert.That(set.LeftOut.Select(omitted => omitted.Name), Is.EqualTo(new[] { "low beta", "momentum", "dollar volume" }));
            Assert.That(set.LeftOut[0].Reason, Is.EqualTo("it needs 253 bars up to the first day, which 0 of 12 instruments have"));
            Assert.That(set.LeftOut[2].Reason, Is.EqualTo("volumes are not known"));
            Assert.That(set.Regressors, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public void Trade_AFactor_IsARankBufferOfAQuarterOfTheNames_AtTheCosts()
    {
        var grid = SmallMarket.Random(120, 12, seed: 2);
        var simulator = new Simulator(grid, new EvaluationSpan(70, 40), FillRule.NextOpen);

        var set = FactorSet.Trade(simulator, grid, Costs, simulator.RunEqualWeight(Costs));

        var scores = FactorScores.Compute(FactorList.All, new FactorHistory(grid), grid, simulator.Span);
        var rule = new RankBuffer { ScoreDays = 1, HoldFraction = 0.25, MinPositions = 1, MinUniverse = 2 };
        var expected = simulator.Run(scores[0], rule, Costs);
        Assert.That(set.Factors[0].Simulation.NetReturns, Is.EqualTo(expected.NetReturns));
        Assert.That(set.Factors[0].Simulation.Costs[0], Is.EqualTo(0.001).Within(1e-12), "the purchase at 10 basis points");
        Assert.That(set.Factors[0].Simulation.Holdings, Has.All.Length.EqualTo(3));
    }

    [Test]
    public void Trade_DriftingEqualWeight_IsBoughtOnceAndHeld()
    {
        var grid = SmallMarket.Random(60, 5, seed: 3);
        var span = new EvaluationSpan(10, 40);

        var drifting = Trade(grid, span).DriftingEqualWeight.Simulation;

        double Value(int day) => Enumerable.Range(0, 5).Average(i => grid.Close[day * 5 + i] / grid.Close[10 * 5 + i]);
        for (var d = 0; d < span.Count; d++)
            Assert.That(drifting.GrossReturns[d], Is.EqualTo(Value(11 + d) / Value(10 + d) - 1).Within(1e-12));
        Assert.That(drifting.Costs.Skip(1), Is.All.Zero);
    }

    [Test]
    public void Regressors_AreEqualWeight_AndFactorsLessEqualWeight_AfterCosts()
    {
        var set = Trade(SmallMarket.Random(120, 12, seed: 4), new EvaluationSpan(70, 40));

        var even = set.EqualWeight.Simulation.NetReturns;
        Assert.That(set.Regressors[0], Is.EqualTo(even));
        Assert.That(set.Regressors[2], Is.EqualTo(set.Factors[1].Simulation.NetReturns.Zip(even, (x, y) => x - y)));
    }

    [Test]
    public void Trade_AFactorThatHoldsWhatAnotherHolds_IsLeftOut()
    {
        // Two names, of which the first is always the calmer, and the loser of every week.
        double[][] rows = [.. Enumerable.Range(0, 120).Select(day => new[] { 100 * Math.Pow(0.999, day), 100 * Math.Pow(1.002, day) * (1 + 0.001 * (day % 3)) })];

        var set = Trade(SmallMarket.Grid(rows), new EvaluationSpan(70, 45));

        Assert.That(set.Factors.Select(factor => factor.Key), Is.EqualTo(new[] { "lowVolatility" }));
        Assert.That(set.LeftOut.Single(omitted => omitted.Name == "reversal").Reason, Is.EqualTo("its returns follow from those of the others"));
    }

    private static FactorSet Trade(MarketGrid grid, EvaluationSpan span)
    {
        var simulator = new Simulator(grid, span, FillRule.Close);
        return FactorSet.Trade(simulator, grid, Costs, simulator.RunEqualWeight(Costs));
    }
}

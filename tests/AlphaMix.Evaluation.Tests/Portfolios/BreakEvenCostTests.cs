using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class BreakEvenCostTests
{
    private static readonly MarketGrid Grid = SmallMarket.Random(61, 12, seed: 4);
    private static readonly EvaluationSpan Span = new(0, 60);

    [Test]
    public void Bps_AtThatCost_TheSimulatorItselfFindsEqualNetReturns()
    {
        var scores = Knowing();

        var cost = BreakEvenCost.Bps(Simulator.Run(Grid, scores, Span, new DailyTopK(), new TradingTerms()), OneOverN(Grid, Span, new TradingTerms()));

        var charged = SmallMarket.Terms(cost);
        var own = PaperMetrics.From(Simulator.Run(Grid, scores, Span, new DailyTopK(), charged).NetReturns).TotalReturn;
        var equalWeight = PaperMetrics.From(OneOverN(Grid, Span, charged).NetReturns).TotalReturn;
        Assert.That(cost, Is.Positive);
        Assert.That(own, Is.EqualTo(equalWeight).Within(1e-9));
    }

    [Test]
    public void Bps_WhatWasCharged_DoesNotMatter()
    {
        var charged = SmallMarket.Terms(25);

        Assert.That(
            BreakEvenCost.Bps(Simulator.Run(Grid, Knowing(), Span, new DailyTopK(), charged), OneOverN(Grid, Span, charged)),
            Is.EqualTo(BreakEvenCost.Bps(Simulator.Run(Grid, Knowing(), Span, new DailyTopK(), new TradingTerms()), OneOverN(Grid, Span, new TradingTerms()))));
    }

    [Test]
    public void Bps_ByHand()
    {
        // A doubles, B stands still. Holding A: bought once (1), gross 1, so a cost c takes 2c. 1/N: gross 1/2, bought once, takes 1.5c. c = 1.
        var grid = SmallMarket.Grid([[1, 1], [2, 1]]);
        var span = new EvaluationSpan(0, 1);
        var rule = new DailyTopK { TopK = 1 };
        var best = Simulator.Run(grid, SmallMarket.Scores(grid, [0.9, 0.1]), span, rule, new TradingTerms());
        var worst = Simulator.Run(grid, SmallMarket.Scores(grid, [0.1, 0.9]), span, rule, new TradingTerms());
        var equalWeight = OneOverN(grid, span, new TradingTerms());

        Assert.That(BreakEvenCost.Bps(best, equalWeight), Is.EqualTo(10_000).Within(1e-9));
        Assert.That(BreakEvenCost.Bps(worst, equalWeight), Is.Zero, "behind without costs");
        Assert.That(BreakEvenCost.Bps(equalWeight, worst), Is.EqualTo(10_000).Within(1e-9));
    }

    [Test]
    public void Bps_AheadAndTradingLess_IsInfinite()
    {
        // A doubles twice. Held throughout: charged 2c, nothing on day 2. B first, then A: charged c, then 2 (sold and bought) times 2c.
        var grid = SmallMarket.Grid([[1, 1], [2, 1], [4, 0.5]]);
        var span = new EvaluationSpan(0, 2);
        var holding = Simulator.Run(grid, SmallMarket.Scores(grid, [0.9, 0.1], [0.9, 0.1]), span, new DailyTopK { TopK = 1 }, new TradingTerms());
        var switching = Simulator.Run(grid, SmallMarket.Scores(grid, [0.1, 0.9], [0.9, 0.1]), span, new DailyTopK { TopK = 1 }, new TradingTerms());

        Assert.That(BreakEvenCost.Bps(holding, switching), Is.EqualTo(double.PositiveInfinity));
    }

    private static SimulationResult OneOverN(MarketGrid grid, EvaluationSpan span, TradingTerms terms) =>
        new Simulator(grid, span, terms.Fill).RunEqualWeight(terms.Costs);

    private static ScoreSheet Knowing()
    {
        var sheet = new ScoreSheet(Grid);
        for (var day = 0; day < 60; day++)
        {
            for (var i = 0; i < 12; i++)
                sheet[day, i] = Grid.Close[(day + 1) * 12 + i] > Grid.Close[day * 12 + i] ? 0.9 : 0.1;
        }

        return sheet;
    }
}

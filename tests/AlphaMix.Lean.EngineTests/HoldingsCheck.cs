using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Scoring;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests;

/// <summary>Compares what LEAN held after each day's fills with what the simulator held.</summary>
internal static class HoldingsCheck
{
    public static void AssertEqual(EngineRun run, TimelineScorer scorer, string router = RouterNames.Average)
    {
        var terms = new TradingTerms { Fill = FillRule.NextOpen, Costs = new ProportionalCosts { Bps = new AlphaMixAlphaModelOptions().CostBps } };
        AssertEqual(run, scorer.Grid, Simulator.Run(scorer.Grid, scorer.Scores(router), scorer.Span, scorer.Rules, terms));
    }

    public static void AssertEqual(EngineRun run, MarketGrid grid, SimulationResult simulation)
    {
        var first = grid.Days.ToList().IndexOf(simulation.Days[0]);
        var held = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var fills = run.Orders.Where(order => order.Status == OrderStatus.Filled)
            .GroupBy(order => DateOnly.FromDateTime(order.LastFillTime!.Value))
            .ToDictionary(day => day.Key, day => day.ToArray());
        var differing = 0;
        for (var day = 0; day < simulation.Days.Length - 1; day++)
        {
            foreach (var order in fills.GetValueOrDefault(grid.Days[first + day + 1], []))
                held[order.Symbol.ID.Symbol] = held.GetValueOrDefault(order.Symbol.ID.Symbol) + order.Quantity;
            var expected = simulation.Holdings[day].Where(holding => holding.PortfolioWeight != 0).Select(holding => grid.Instruments[holding.Instrument]).ToHashSet();
            var found = held.Where(pair => pair.Value != 0).Select(pair => pair.Key).ToHashSet();
            if (expected.SetEquals(found))
                continue;
            differing++;
            TestContext.Out.WriteLine(
                $"{simulation.Days[day]}: simulator {string.Join(",", expected.Except(found))} LEAN {string.Join(",", found.Except(expected))}");
        }

        Assert.That(differing, Is.Zero);
        Assert.That(held, Has.Count.GreaterThan(10));
        Assert.That(simulation.MeanTurnover, Is.GreaterThan(0.01));
    }
}

using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class TurnoverProfileTests
{
    [Test]
    public void Of_WorkedByHand()
    {
        // One name a day: A, A, B, A: spells of 2, 1 and 1 days; turnover 1 (first purchase, left out), 0, 1, 1.
        var grid = SmallMarket.Grid([[100, 100], [100, 100], [100, 100], [100, 100], [100, 100]]);
        var scores = SmallMarket.Scores(grid, [0.9, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.1]);
        var simulation = Simulator.Run(grid, scores, new EvaluationSpan(0, 4), new DailyTopK { TopK = 1 }, new TradingTerms());

        var profile = TurnoverProfile.Compute(simulation);

        Assert.That(profile.MeanHoldingDays, Is.EqualTo(4 / 3.0));
        Assert.That(profile.Daily.Mean, Is.EqualTo(2 / 3.0).Within(1e-12));
        Assert.That(profile.Daily.Count, Is.EqualTo(3));
    }
}

using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class ClosingValuesTests
{
    [Test]
    public void Compute_OneNameAndACost_IsWhatABrokersStatementShows()
    {
        // Bought at 100 on day 1 for 10 bp, closes at 110; day 2 opens at 121 and closes at 120, nothing traded; day 3 is there for the return.
        DateOnly[] days = [new(2020, 1, 1), new(2020, 1, 2), new(2020, 1, 3), new(2020, 1, 6)];
        var grid = MarketGrid.FromArrays(["A"], days, [99, 110, 120, 130], [99, 100, 121, 125]);
        var span = new EvaluationSpan(0, 2);
        var scores = new ScoreSheet(grid) { [0, 0] = 0.6, [1, 0] = 0.6 };
        var simulation = Simulator.Run(grid, scores, span, new DailyTopK { TopK = 1 }, SmallMarket.Terms(10, FillRule.NextOpen));

        var values = ClosingValues.Compute(grid, span, simulation);

        Assert.That(values, Is.EqualTo(new[] { 0.999 * 1.10, 0.999 * 1.20 }).Within(1e-12));
    }

    [Test]
    public void Compute_AnotherSpan_Throws()
    {
        var grid = MarketGrid.FromArrays(["A"], [new(2020, 1, 1), new(2020, 1, 2), new(2020, 1, 3)], [1, 2, 3]);
        var simulation = Simulator.Run(grid, new ScoreSheet(grid), new EvaluationSpan(0, 2), new DailyTopK(), new TradingTerms());

        Assert.That(() => ClosingValues.Compute(grid, new EvaluationSpan(0, 1), simulation), Throws.ArgumentException);
    }
}

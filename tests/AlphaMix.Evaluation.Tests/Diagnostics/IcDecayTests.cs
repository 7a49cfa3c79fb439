using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class IcDecayTests
{
    [Test]
    public void Of_TwoBarsAhead_ComparesWithThePriceTwoBarsLater()
    {
        // After one day A leads, after two days B does.
        var grid = SmallMarket.Grid([[100, 100, 100], [120, 110, 100], [110, 130, 100]]);
        var scores = SmallMarket.Scores(grid, [0.6, 0.5, 0.4]);

        var decay = IcDecay.Compute(grid, scores, new EvaluationSpan(0, 1), FillRule.Close, [1, 2]);

        // Two bars: scores deviate by 1, 0, -1, returns by -1/3, 5/3, -4/3 (in tenths): 1 / sqrt(2 * 42 / 9).
        Assert.That(decay[0].Ic.Value, Is.EqualTo(1).Within(1e-12));
        Assert.That(decay[1].Ic.Value, Is.EqualTo(1 / Math.Sqrt(2 * 42 / 9.0)).Within(1e-12));
        Assert.That(decay[1].RankIc.Value, Is.EqualTo(0.5).Within(1e-12));
    }

    [Test]
    public void Of_HorizonPastTheData_HasFewerDays()
    {
        var grid = SmallMarket.Random(30, 8, seed: 1);

        var decay = IcDecay.Compute(grid, SmallMarket.RandomScores(grid, 2), new EvaluationSpan(0, 29), FillRule.Close);

        Assert.That(decay.Select(one => one.Horizon), Is.EqualTo(new[] { 1, 2, 3, 5, 10, 20 }));
        Assert.That(decay.Select(one => one.Ic.Count), Is.EqualTo(new[] { 29, 28, 27, 25, 20, 10 }));
    }

    [Test]
    public void Of_OneBar_IsTheEvaluationsIc()
    {
        var grid = SmallMarket.Random(80, 8, seed: 1, gaps: 0.1);
        var scores = SmallMarket.RandomScores(grid, 2);
        var span = new EvaluationSpan(5, 70);

        var one = IcDecay.Compute(grid, scores, span, FillRule.NextOpen, [1])[0];

        var forecast = InformationCoefficient.From(grid, scores, span, FillRule.NextOpen);
        Assert.That(one.Ic.Value, Is.EqualTo(forecast.Ic).Within(1e-15));
        Assert.That(one.RankIc.Value, Is.EqualTo(forecast.RankIc).Within(1e-15));
    }

    [Test]
    public void Of_ADayLater_SaysNothingOfTheBarsTheScoreCannotSee()
    {
        // The forward return of a cell must not change when bars past its horizon do.
        var grid = SmallMarket.Grid([[100, 100], [110, 90], [105, 95], [1, 500]]);
        var other = SmallMarket.Grid([[100, 100], [110, 90], [105, 95], [700, 3]]);
        var span = new EvaluationSpan(0, 1);

        var first = IcDecay.Compute(grid, SmallMarket.Scores(grid, [0.6, 0.4]), span, FillRule.Close, [1, 2]);
        var second = IcDecay.Compute(other, SmallMarket.Scores(other, [0.6, 0.4]), span, FillRule.Close, [1, 2]);

        Assert.That(first, Is.EqualTo(second));
    }
}

using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Tests.Metrics;

public class InformationCoefficientTests
{
    [Test]
    public void From_WorkedByHand()
    {
        // Returns of day 0: 10 %, 0, -10 %; of day 1: 0, 10 %, 0.
        var grid = SmallMarket.Grid([[100, 100, 100], [110, 100, 90], [110, 110, 90]]);
        var scores = SmallMarket.Scores(grid, [0.7, 0.5, 0.3], [0.6, 0.6, 0.4]);

        var metrics = InformationCoefficient.From(grid, scores, new EvaluationSpan(0, 2), FillRule.Close);

        // Day 1: scores deviate by 1, 1, -2 (over 15), returns by -1, 2, -1 (over 30): 3 / sqrt(6 * 6).
        // Ranks of day 1: 2.5, 2.5, 1 and 1.5, 3, 1.5: deviations 0.5, 0.5, -1 and -0.5, 1, -0.5: 0.75 / 1.5.
        var deviation = 0.25 * Math.Sqrt(2);
        Assert.Multiple(() =>
        {
            Assert.That(metrics.Daily, Is.EqualTo(new[] { 1, 0.5 }).Within(1e-12));
            Assert.That(metrics.DailyRank, Is.EqualTo(new[] { 1, 0.5 }).Within(1e-12));
            Assert.That(metrics.Ic, Is.EqualTo(0.75).Within(1e-12));
            Assert.That(metrics.RankIc, Is.EqualTo(0.75).Within(1e-12));
            Assert.That(metrics.Icir, Is.EqualTo(0.75 / deviation).Within(1e-12));
            Assert.That(metrics.RankIcir, Is.EqualTo(0.75 / deviation).Within(1e-12));
            Assert.That(metrics.Accuracy, Is.EqualTo(5 / 6.0), "all but A on day 1, whose return is 0");
            Assert.That(metrics.SampleCount, Is.EqualTo(6));
        });
    }

    [Test]
    public void From_RanksIgnoreTheSizeOfAReturn()
    {
        var grid = SmallMarket.Grid([[1, 1, 1], [1.1, 1.2, 9]]);

        var metrics = InformationCoefficient.From(grid, SmallMarket.Scores(grid, [0.1, 0.2, 0.3]), new EvaluationSpan(0, 1), FillRule.Close);

        Assert.That(metrics.RankIc, Is.EqualTo(1).Within(1e-12));
        Assert.That(metrics.Ic, Is.LessThan(0.9));
    }

    [Test]
    public void From_HaltedName_IsJudgedByItsNextBar()
    {
        var grid = SmallMarket.Grid([[100], [0], [90], [90]]);

        var metrics = InformationCoefficient.From(grid, SmallMarket.Scores(grid, [0.4]), new EvaluationSpan(0, 3), FillRule.Close);

        Assert.That(metrics.Accuracy, Is.EqualTo(1));
        Assert.That(metrics.SampleCount, Is.EqualTo(1));
    }

    [Test]
    public void From_NextOpen_ComparesWithTheNextTwoOpens()
    {
        // Close to close falls, open to open rises.
        var grid = SmallMarket.Grid(close: [[100], [90], [80]], open: [[100], [50], [60]]);

        var metrics = InformationCoefficient.From(grid, SmallMarket.Scores(grid, [0.9], [0.9]), new EvaluationSpan(0, 2), FillRule.NextOpen);

        Assert.That(metrics.Accuracy, Is.EqualTo(1));
        Assert.That(metrics.SampleCount, Is.EqualTo(1), "the last decision has no second open");
    }

    [Test]
    public void From_NothingScoredOrNothingVarying_IsNaN()
    {
        var grid = SmallMarket.Grid([[1, 1], [2, 3], [4, 4]]);

        var silent = InformationCoefficient.From(grid, new ScoreSheet(grid), new EvaluationSpan(0, 2), FillRule.Close);
        var constant = InformationCoefficient.From(grid, SmallMarket.Scores(grid, [0.7, 0.7]), new EvaluationSpan(0, 2), FillRule.Close);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { silent.Ic, silent.RankIc, silent.Icir, silent.Accuracy, constant.Ic, constant.RankIc }, Is.All.NaN);
            Assert.That(constant.Accuracy, Is.EqualTo(1));
        });
    }
}

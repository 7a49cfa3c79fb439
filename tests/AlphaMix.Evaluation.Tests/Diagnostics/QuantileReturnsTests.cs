using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class QuantileReturnsTests
{
    [Test]
    public void Of_WorkedByHand()
    {
        // Day 0: A 10 %, B 0, C -10 %, D 20 %; day 1: A 0, B 10 %, C 0, D -10 %.
        var grid = SmallMarket.Grid([[100, 100, 100, 100], [110, 100, 90, 120], [110, 110, 90, 108]]);
        var scores = SmallMarket.Scores(grid, [0.3, 0.4, 0.2, 0.6], [0.3, 0.6, 0.4, 0.3]);

        var quantiles = QuantileReturns.Compute(grid, scores, new EvaluationSpan(0, 2), FillRule.Close, buckets: 2);

        // Low: A, C then D, A (of the equal scores of day 1 both are low); high: B, D then C, B.
        var (low, high) = (quantiles.Buckets[0], quantiles.Buckets[1]);
        Assert.Multiple(() =>
        {
            Assert.That(low.Return.Value, Is.EqualTo((0 + -0.05) / 2).Within(1e-12));
            Assert.That(high.Return.Value, Is.EqualTo((0.1 + 0.05) / 2).Within(1e-12));
            Assert.That(high.Excess.Value, Is.EqualTo((0.05 + 0.05) / 2).Within(1e-12));
            Assert.That(quantiles.Spread.Value, Is.EqualTo(0.1).Within(1e-12));
            Assert.That(low.MeanScore, Is.EqualTo((0.3 + 0.2 + 0.3 + 0.3) / 4).Within(1e-12));
            Assert.That(low.Samples, Is.EqualTo(4));
            Assert.That(quantiles.Monotonicity, Is.EqualTo(1).Within(1e-12));
        });
    }

    [Test]
    public void Of_TieAtACut_TheLowerColumnIsInTheHigherBucket()
    {
        var grid = SmallMarket.Grid([[100, 100], [110, 90]]);

        var quantiles = QuantileReturns.Compute(grid, SmallMarket.Scores(grid, [0.5, 0.5]), new EvaluationSpan(0, 1), FillRule.Close, 2);

        Assert.That(quantiles.Buckets[1].Return.Value, Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void Of_TheBucketsExcessesAverageToNothing()
    {
        var grid = SmallMarket.Random(40, 20, seed: 3);

        var quantiles = QuantileReturns.Compute(grid, SmallMarket.RandomScores(grid, 1), new EvaluationSpan(0, 39), FillRule.Close);

        Assert.That(quantiles.Buckets, Has.Count.EqualTo(5));
        Assert.That(quantiles.Buckets.Average(bucket => bucket.Excess.Value), Is.Zero.Within(1e-15), "five buckets of four");
    }

    [Test]
    public void Of_TooFewInstruments_IsNotDefined()
    {
        var grid = SmallMarket.Grid([[100], [110]]);

        var quantiles = QuantileReturns.Compute(grid, SmallMarket.Scores(grid, [0.5]), new EvaluationSpan(0, 1), FillRule.Close);

        Assert.That(quantiles.Spread.Value, Is.NaN);
        Assert.That(quantiles.Buckets.Select(bucket => bucket.Samples), Is.All.Zero);
    }
}

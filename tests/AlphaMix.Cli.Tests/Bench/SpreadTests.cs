using AlphaMix.Cli.Bench;

namespace AlphaMix.Cli.Tests.Bench;

[TestFixture]
public class SpreadTests
{
    [TestCase(new[] { 3.0 }, 3, 3, 3)]
    [TestCase(new[] { 4.0, 1, 3, 2 }, 2.5, 1.75, 3.25)]
    [TestCase(new[] { 5.0, 1, 4, 2, 3 }, 3, 2, 4)]
    public void Of_GivesMedianAndQuartiles(double[] values, double median, double low, double high) =>
        Assert.That(Spread.Compute(values), Is.EqualTo(new Spread(median, low, high)));

    [Test]
    public void Ratio_IsTakenRoundByRound() =>
        Assert.That(PairedTimer.Ratio([2, 40, 6], [1, 10, 2]).Median, Is.EqualTo(3));
}

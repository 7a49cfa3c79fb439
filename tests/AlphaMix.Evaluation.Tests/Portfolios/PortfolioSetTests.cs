using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Tests.Portfolios;

public class PortfolioSetTests
{
    // Sharpe ratios: mean / deviation * sqrt(2) = (a + b) / |a - b| * sqrt(2).
    private static readonly PortfolioSet Set = new(4, 2, [0, 1, 1, 2, 1, 2, 5, 5]);

    [Test]
    public void SharpeRatios_AndTotals_AreThePapers()
    {
        Assert.That(Set.SharpeRatios, Is.EqualTo(new[] { 1, 3, 3, double.NaN }.Select(value => value * Math.Sqrt(2))).Within(1e-12));
        Assert.That(Set.TotalReturns, Is.EqualTo(new[] { 100, 300, 300, 1000 }).Within(1e-12));
    }

    [TestCase(0, 0)]
    [TestCase(2, 1 / 3.0)]
    [TestCase(9, 1)]
    [TestCase(double.NaN, double.NaN)]
    public void PercentileOf_IsTheShareBelow(double sharpe, double expected) => Assert.That(Set.PercentileOf(sharpe), Is.EqualTo(expected));

    [Test]
    public void PercentileOf_CountsTiesHalf() => Assert.That(Set.PercentileOf(Set.SharpeRatios[1]), Is.EqualTo((1 + 0.5 * 2) / 3));

    [Test]
    public void EquityBand_IsTheQuantilesOfOnePlusTheSums()
    {
        var band = new PortfolioSet(3, 2, [0.1, 0.1, 0.2, 0.2, 0.6, 0.6]).EquityBand();

        Assert.Multiple(() =>
        {
            Assert.That(band.P05, Is.EqualTo(new[] { 1.11, 1.22 }).Within(1e-12));
            Assert.That(band.P50, Is.EqualTo(new[] { 1.2, 1.4 }).Within(1e-12));
            Assert.That(band.P95, Is.EqualTo(new[] { 1.56, 2.12 }).Within(1e-12));
        });
    }

    [Test]
    public void ActivePercentileOf_RanksByTheReturnsOverTheBenchmark()
    {
        // Both are behind the benchmark on both days, though the first gains; the one judged is ahead on one day and behind on the other.
        var set = new PortfolioSet(2, 2, [0.05, 0.01, 0.01, -0.03]);

        Assert.That(set.ActivePercentileOf([0.07, 0.02], [0.06, 0.03]), Is.EqualTo(1));
    }

    [Test]
    public void WrongNumberOfReturns_Throws() => Assert.That(() => new PortfolioSet(2, 2, [1]), Throws.ArgumentException);
}

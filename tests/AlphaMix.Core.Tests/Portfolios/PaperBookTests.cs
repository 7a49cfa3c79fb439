using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Tests.Portfolios;

public class PaperBookTests
{
    private readonly PaperBook<string> _book = new();

    [SetUp]
    public void Fill()
    {
        _book.Clear();
        _book.Add("A", 0.5, 100);
        _book.Add("B", -0.25, 50);
        _book.Add("C", 0.25, 0);
        _book.Add("no weight", 0, 10);
        _book.Add("not there", 0.5, double.NaN);
    }

    [Test]
    public void Settle_AddsUpWhatPositionsEarned_SinceTheyWereLastValued()
    {
        var first = _book.Settle(Prices(("A", 110), ("B", 40), ("C", 20)));
        var second = _book.Settle(Prices(("A", 99), ("C", 30)));

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(0.5 * 0.1 + 0.25 * 0.2).Within(1e-15), "C had no price before");
            Assert.That(second, Is.EqualTo(-0.5 * 0.1 + 0.25 * 0.5).Within(1e-15), "from 110, not from 100; B has no price");
            Assert.That(Weights(), Is.EqualTo(new[] { 0.5, -0.25, 0.25 }), "as they were asked for");
        });
    }

    [Test]
    public void HasNewPrice_SeesPricesAlone()
    {
        Assert.That(_book.HasNewPrice(Prices(("A", 100), ("B", 50))), Is.False);
        Assert.That(_book.HasNewPrice(Prices(("A", 100), ("B", 51))), Is.True);
        Assert.That(_book.HasNewPrice(Prices(("C", 10))), Is.True, "its first price");
    }

    [Test]
    public void Drift_MovesWeightsWithPrices()
    {
        _book.Drift(Prices(("A", 110), ("B", 40)));

        Assert.That(Weights(), Is.EqualTo(new[] { 0.55 / 1.1, -0.2 / 1.1, 0.25 / 1.1 }).Within(1e-15));
        Assert.That(_book.Positions[2].Price, Is.Zero, "still without a price");
    }

    [Test]
    public void Drift_ABookThatLostEverything_IsEmpty()
    {
        _book.Drift(Prices(("A", 1), ("B", 200)));

        Assert.That(_book.Positions.Length, Is.Zero);
    }

    [Test]
    public void Rescale_AfterASplit_EarnsNothingByIt()
    {
        _book.Rescale("A", 0.5);

        Assert.That(_book.Settle(Prices(("A", 50))), Is.Zero, "two for one: half the price, the same worth");
    }

    private static Func<string, double> Prices(params (string Name, double Price)[] prices) =>
        name => prices.FirstOrDefault(price => price.Name == name).Price;

    private double[] Weights() => [.. _book.Positions.ToArray().Select(position => position.Weight)];
}

using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Diagnostics;

public class MarketRegimesTests
{
    [Test]
    public void Of_SwingsThatGrow_AreTurbulent_AndThoseThatShrinkCalm()
    {
        var growing = MarketRegimes.Compute(Alternating(day => 0.001 + 0.0001 * day));
        var shrinking = MarketRegimes.Compute(Alternating(day => 0.03 - 0.0001 * day));

        Assert.That(growing.Volatility(SmallMarket.Day(199)), Is.EqualTo("turbulent"));
        Assert.That(shrinking.Volatility(SmallMarket.Day(199)), Is.EqualTo("calm"));
    }

    [Test]
    public void Of_Trend_IsTheSignOfTheLast60Days()
    {
        // Up for 100 days, then down twice as fast: the sum over 60 days turns after a third of the window.
        var regimes = MarketRegimes.Compute(Path(200, day => day <= 100 ? 0.001 : -0.002));

        Assert.Multiple(() =>
        {
            Assert.That(regimes.Trend(SmallMarket.Day(100)), Is.EqualTo("rising"));
            Assert.That(regimes.Trend(SmallMarket.Day(119)), Is.EqualTo("rising"));
            Assert.That(regimes.Trend(SmallMarket.Day(121)), Is.EqualTo("falling"));
        });
    }

    [Test]
    public void Of_TooFewDaysBefore_HasNoRegime()
    {
        var regimes = MarketRegimes.Compute(SmallMarket.Random(150, 4, seed: 1));

        Assert.That(regimes.Trend(SmallMarket.Day(59)), Is.Empty);
        Assert.That(regimes.Trend(SmallMarket.Day(60)), Is.Not.Empty);
        Assert.That(regimes.Volatility(SmallMarket.Day(119)), Is.Empty);
        Assert.That(regimes.Volatility(SmallMarket.Day(120)), Is.Not.Empty);
        Assert.That(regimes.Volatility(SmallMarket.Day(500)), Is.Empty);
    }

    [Test]
    public void Of_LaterPrices_ChangeNoEarlierRegime()
    {
        var whole = SmallMarket.Random(300, 5, seed: 9);
        var cut = MarketGrid.FromArrays([.. whole.Instruments], [.. whole.Days.Take(200)], whole.Close[..1000].ToArray());
        var (later, now) = (MarketRegimes.Compute(whole), MarketRegimes.Compute(cut));

        for (var day = 0; day < 200; day++)
        {
            Assert.That(now.Volatility(whole.Days[day]), Is.EqualTo(later.Volatility(whole.Days[day])));
            Assert.That(now.Trend(whole.Days[day]), Is.EqualTo(later.Trend(whole.Days[day])));
        }
    }

    private static MarketGrid Alternating(Func<int, double> size) => Path(200, day => day % 2 == 0 ? size(day) : -size(day));

    private static MarketGrid Path(int days, Func<int, double> move)
    {
        var close = new double[days][];
        close[0] = [100, 50];
        for (var day = 1; day < days; day++)
            close[day] = [close[day - 1][0] * (1 + move(day)), close[day - 1][1] * (1 + move(day))];
        return SmallMarket.Grid(close);
    }
}

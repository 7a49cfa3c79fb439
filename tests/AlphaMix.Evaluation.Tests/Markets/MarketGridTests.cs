using AlphaMix.Core.Features;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Tests.Markets;

public class MarketGridTests
{
    private static readonly DateTime Monday = new(2024, 1, 1);

    [Test]
    public void From_UnionOfDays_InstrumentsInOrdinalOrder()
    {
        BarSeries[] series =
        [
            Daily("MSFT", Bar(1, 10, 11), Bar(2, 12, 13)),
            Daily("AAPL", Bar(0, 20, 21), Bar(1, 22, 23)),
        ];

        var grid = MarketGrid.From(series, Day(0), Day(2));

        Assert.Multiple(() =>
        {
            Assert.That(grid.Instruments, Is.EqualTo(new[] { "AAPL", "MSFT" }));
            Assert.That(grid.Days, Is.EqualTo(new[] { Day(0), Day(1), Day(2) }));
            Assert.That(grid.Open.ToArray(), Is.EqualTo(new[] { 20, double.NaN, 22, 10, double.NaN, 12 }));
            Assert.That(grid.Close.ToArray(), Is.EqualTo(new[] { 21, double.NaN, 23, 11, double.NaN, 13 }));
            Assert.That(grid.Has(0, 1), Is.False);
            Assert.That(grid.IndexOf("MSFT"), Is.EqualTo(1));
            Assert.That(grid.IndexOf("GOOG"), Is.EqualTo(-1));
        });
    }

    [Test]
    public void From_HourlyBars_OpenOfTheFirstAndCloseOfTheLastUsableBar()
    {
        Bar[] bars =
        [
            new(Monday.AddHours(9), 1, 9, 1, 2, Volume: 0),
            new(Monday.AddHours(10), 3, 9, 1, 4, 100),
            new(Monday.AddHours(11), 5, 9, 1, 6, 100, 0.5, 0.25),
            new(Monday.AddHours(12), 7, 9, 1, 8, Volume: 0),
        ];

        var grid = MarketGrid.From([new BarSeries("A", BarResolution.Hour, bars)], Day(0), Day(1));

        Assert.Multiple(() =>
        {
            Assert.That(grid.Open.ToArray(), Is.EqualTo(new[] { 3.0 }));
            Assert.That(grid.Close.ToArray(), Is.EqualTo(new[] { 6.0 }));
            Assert.That(grid.Scale.ToArray(), Is.EqualTo(new[] { 0.125 }));
        });
    }

    [Test]
    public void From_DayOnWhichNothingTraded_IsNoDay()
    {
        var unusable = Bar(1, 10, 11) with { Volume = 0 };

        var grid = MarketGrid.From([Daily("A", Bar(0, 10, 11), unusable, Bar(2, 10, 11))], Day(0), Day(3));

        Assert.That(grid.Days, Is.EqualTo(new[] { Day(0), Day(2) }));
    }

    [Test]
    public void From_BarsBeforeFrom_AreLeftOut_AndThoseAfterToAreKept()
    {
        var grid = MarketGrid.From([Daily("A", Bar(0, 1, 1), Bar(1, 1, 1), Bar(2, 1, 1), Bar(3, 1, 1))], Day(1), Day(2));

        Assert.That(grid.Days, Is.EqualTo(new[] { Day(1), Day(2), Day(3) }));
    }

    [Test]
    public void From_TwoSeriesOfOneInstrument_Throws()
    {
        BarSeries[] series = [Daily("A", Bar(0, 1, 1)), Daily("A", Bar(1, 1, 1))];

        Assert.That(() => MarketGrid.From(series, Day(0), Day(1)), Throws.ArgumentException.With.Message.Contains("'A' after 'A'"));
    }

    [TestCase(0, 4, 0, 4, TestName = "whole data: the last day has no return to earn")]
    [TestCase(0, 9, 0, 4, TestName = "beyond the data")]
    [TestCase(1, 3, 1, 2, TestName = "to is exclusive")]
    [TestCase(2, 2, 2, 0, TestName = "empty")]
    [TestCase(7, 9, 5, 0, TestName = "after the data")]
    public void Span_GivesTheDecisionDays(int from, int to, int first, int count)
    {
        var grid = SmallMarket.Grid([[1], [1], [1], [1], [1]]);

        Assert.That(grid.Span(SmallMarket.Day(from), SmallMarket.Day(to)), Is.EqualTo(new EvaluationSpan(first, count)));
    }

    [Test]
    public void FromArrays_BadPrice_Throws([Values(0.0, -1.0, double.PositiveInfinity)] double price) =>
        Assert.That(() => MarketGrid.FromArrays(["A"], [Day(0)], [price]), Throws.ArgumentException.With.Message.Contains("Cell 0"));

    [Test]
    public void FromArrays_OpenMissingWhereTheCloseIsNot_Throws() =>
        Assert.That(() => MarketGrid.FromArrays(["A"], [Day(0)], [1], [double.NaN]), Throws.ArgumentException);

    private static DateOnly Day(int index) => DateOnly.FromDateTime(Monday).AddDays(index);

    private static Bar Bar(int day, double open, double close) =>
        new(Monday.AddDays(day), open, Math.Max(open, close), Math.Min(open, close), close, 1000);

    private static BarSeries Daily(string name, params Bar[] bars) => new(name, BarResolution.Daily, bars);
}

using AlphaMix.Testing;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Training.Tests.Data.Simulation;

public class UsTradingCalendarTests
{
    [TestCase(2000, 252)]
    [TestCase(2001, 248)]
    [TestCase(2008, 253)]
    [TestCase(2011, 252)]
    [TestCase(2012, 250)]
    [TestCase(2018, 251)]
    [TestCase(2020, 253)]
    [TestCase(2022, 251)]
    [TestCase(2023, 250)]
    [TestCase(2025, 250)]
    public void Days_OfAYear_AreAsManyAsTheExchangeCounts(int year, int days) =>
        Assert.That(UsTradingCalendar.Days(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)), Has.Count.EqualTo(days));

    [TestCase("2010-12-31", true)]
    [TestCase("2021-12-31", true)]
    [TestCase("2021-06-18", true)]
    [TestCase("2022-06-20", false)]
    [TestCase("2021-07-05", false)]
    [TestCase("2020-07-03", false)]
    [TestCase("2021-12-24", false)]
    [TestCase("2019-04-19", false)]
    [TestCase("2024-03-29", false)]
    [TestCase("2024-07-06", false)]
    public void IsOpen_KnownDays(string day, bool open) =>
        Assert.That(UsTradingCalendar.IsOpen(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(open));

    [Test]
    public void Days_AreThoseOfAcl18()
    {
        var prices = Acl18Prices.Load();

        Assert.That(UsTradingCalendar.Days(prices.Dates[0], prices.Dates[^1]), Is.EqualTo(prices.Dates));
    }
}

using System.Globalization;
using AlphaMix.Testing;
using AlphaMix.Training.Data.Simulation;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Tests.Data.Simulation;

/// <summary>The market hours that LEAN reads from <c>Data/</c>, against the calendar that training uses.</summary>
public class MarketHoursDatabaseTests
{
    private static readonly DateOnly First = new(1998, 1, 1);
    private static readonly DateOnly Last = new(2030, 12, 31);

    private JObject _equities = null!;

    [OneTimeSetUp]
    public void Read()
    {
        var file = Path.Combine(AlphaMix.Testing.Repository.Root, "Data", "market-hours", "market-hours-database.json");
        _equities = (JObject)JObject.Parse(File.ReadAllText(file))["entries"]!["Equity-usa-[*]"]!;
    }

    [Test]
    public void Days_AreThoseOfTraining()
    {
        var days = OpenDays(First, Last);

        Assert.That(days, Is.EqualTo(UsTradingCalendar.Days(First, Last)));
    }

    [Test]
    public void Days_OverThePapersSpan_Are1258() =>
        Assert.That(OpenDays(new DateOnly(2012, 9, 4), new DateOnly(2017, 9, 1)), Has.Count.EqualTo(1258));

    [Test]
    public void Days_AreThoseOfAcl18()
    {
        var prices = Acl18Prices.Load();

        Assert.That(OpenDays(prices.Dates[0], prices.Dates[^1]), Is.EqualTo(prices.Dates));
    }

    [Test]
    public void Sessions_AreTheRegularOnes()
    {
        foreach (var weekday in new[] { "monday", "tuesday", "wednesday", "thursday", "friday" })
        {
            var market = _equities[weekday]!.Single(session => (string?)session["state"] == "market");

            Assert.That(((string?)market["start"], (string?)market["end"]), Is.EqualTo(("09:30:00", "16:00:00")), weekday);
        }
    }

    [TestCase("2002-07-05", true)]
    [TestCase("2003-12-26", true)]
    [TestCase("2012-07-03", true)]
    [TestCase("2013-11-29", true)]
    [TestCase("2015-07-02", false)]
    [TestCase("2016-12-23", false)]
    [TestCase("2024-12-24", true)]
    public void EarlyCloses_AreKnown(string day, bool closesEarly) =>
        Assert.That(EarlyCloses(), closesEarly ? Does.Contain(DateOnly.Parse(day, CultureInfo.InvariantCulture)) : Does.Not.Contain(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Test]
    public void EarlyCloses_AreTradingDays_AtOneOClock()
    {
        Assert.Multiple(() =>
        {
            Assert.That(EarlyCloses().Where(day => !UsTradingCalendar.IsOpen(day)), Is.Empty);
            Assert.That(((JObject)_equities["earlyCloses"]!).Properties().Select(close => (string?)close.Value).Distinct(), Is.EqualTo(new[] { "13:00:00" }));
        });
    }

    [Test]
    public void EarlyCloses_Since2004_AreThoseOfTraining()
    {
        var from = new DateOnly(2004, 1, 1);

        Assert.That(
            EarlyCloses().Where(day => day >= from).Order(),
            Is.EqualTo(UsTradingCalendar.Days(from, Last).Where(UsTradingCalendar.ClosesEarly)));
    }

    private IReadOnlyList<DateOnly> OpenDays(DateOnly from, DateOnly to)
    {
        var holidays = _equities["holidays"]!.Select(day => Day((string)day!)).ToHashSet();
        return
        [
            .. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)
                .Where(day => _equities[day.DayOfWeek.ToString().ToLowerInvariant()]!.Any() && !holidays.Contains(day))
        ];
    }

    private IReadOnlyList<DateOnly> EarlyCloses() => [.. ((JObject)_equities["earlyCloses"]!).Properties().Select(close => Day(close.Name))];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture);
}

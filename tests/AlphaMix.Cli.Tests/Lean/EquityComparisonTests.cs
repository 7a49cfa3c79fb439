using AlphaMix.Cli.Lean;
using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests.Lean;

[TestFixture]
public class EquityComparisonTests
{
    private static readonly DateOnly[] Days = [new(2020, 1, 2), new(2020, 1, 3), new(2020, 1, 6)];

    [Test]
    public void Of_OneDayApart_SaysWhichAndByHowMuch()
    {
        var comparison = EquityComparison.Compute(Values(100, 101, 102.01), Values(1, 1.01, 1.0211));

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Days, Is.EqualTo(2));
            Assert.That(comparison.Above, Is.EqualTo(1));
            Assert.That(comparison.Largest[0].Key, Is.EqualTo(Days[2]));
            Assert.That(comparison.Largest[0].Value, Is.EqualTo(10_000 * (1.01 - 1.0211 / 1.01)).Within(1e-6));
            Assert.That(comparison.MeanDifference, Is.EqualTo(-comparison.Largest[0].Value / 2).Within(1e-6));
        });
    }

    [Test]
    public void Read_LeansResults_TakesTheLastValueOfEachDay()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["r.json"], """
            { "algorithmConfiguration": { "startDate": "2020-01-02", "endDate": "2020-01-03" }, "statistics": { "Net Profit": "1%" },
              "charts": { "Strategy Equity": { "series": { "Equity": { "values": [
                [1577941200, 100, 100, 100, 100], [1577998800, 100, 100, 100, 90], [1578027600, 1, 1, 1, 101], [1578085200, 2, 2, 2, 103] ] } } } } }
            """);

        var lean = LeanStatistics.Read(folder["r.json"], TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

        Assert.That(
            lean.Equity,
            Is.EqualTo(new[] { KeyValuePair.Create(new DateOnly(2020, 1, 1), 100.0), KeyValuePair.Create(Days[0], 101.0), KeyValuePair.Create(Days[1], 103.0) }));
        Assert.That(lean["Net Profit"], Is.EqualTo("1%"));
    }

    [Test]
    public void Read_InShanghai_TakesTheValueAtItsOwnClose()
    {
        using var folder = new TemporaryFolder();
        // 2020-01-02 14:00, before the day's last bar, the midnight after it, and 2020-01-03 14:00 and midnight, all in Shanghai.
        File.WriteAllText(folder["r.json"], """
            { "algorithmConfiguration": { "startDate": "2020-01-02", "endDate": "2020-01-03" }, "statistics": { "Net Profit": "1%" },
              "charts": { "Strategy Equity": { "series": { "Equity": { "values": [
                [1577944800, 1, 1, 1, 90], [1577980800, 1, 1, 1, 101], [1578031200, 1, 1, 1, 91], [1578067200, 1, 1, 1, 103] ] } } } } }
            """);

        var lean = LeanStatistics.Read(folder["r.json"], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        Assert.That(lean.Equity, Is.EqualTo(new[] { KeyValuePair.Create(Days[0], 101.0), KeyValuePair.Create(Days[1], 103.0) }));
    }

    private static KeyValuePair<DateOnly, double>[] Values(params double[] values) =>
        [.. Days.Zip(values, KeyValuePair.Create)];
}

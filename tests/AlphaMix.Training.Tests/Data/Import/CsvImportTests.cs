using System.IO.Compression;
using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Import;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Data.Loading;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Training.Tests.Data.Import;

/// <summary>CSV of any columns, clocks and markets, into LEAN's form.</summary>
public class CsvImportTests
{
    private static readonly CsvFormat Hourly = new() { Resolution = BarResolution.Hour, Columns = new CsvColumns { Time = "time" } };

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["csv"]);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Sz50_TimesAtTheEnd_BecomeStartsInShanghai()
    {
        Write("600000.csv", """
            Date,Time,Open,High,Low,Close,Volume
            2016-06-01,09:30:00,18.3,18.3,18.3,18.3,218800
            2016-06-01,10:30:00,18.27,18.35,18.21,18.21,4894392
            2016-06-01,11:30:00,18.21,18.23,18.14,18.21,5323513
            2016-06-01,14:00:00,18.22,18.29,18.14,18.23,4009067
            2016-06-01,15:00:00,18.24,18.28,18.18,18.19,3866652
            2016-06-02,09:30:00,18.19,18.19,18.19,18.19,0
            """);

        var imported = Import(CsvFormat.Sz50);

        Assert.Multiple(() =>
        {
            Assert.That(imported, Is.EqualTo(new CsvImport(imported.Instruments, 5, 0)));
            Assert.That(Lines("sse", "hour", "600000"), Is.EqualTo(new[]
            {
                "20160601 08:30,183000,183000,183000,183000,218800", "20160601 09:30,182700,183500,182100,182100,4894392",
                "20160601 10:30,182100,182300,181400,182100,5323513", "20160601 13:00,182200,182900,181400,182300,4009067",
                "20160601 14:00,182400,182800,181800,181900,3866652"
            }));
            Assert.That(File.ReadAllText(_folder["lean/equity/sse/factor_files/600000.csv"]), Is.EqualTo("20160601,1,1,1\n20501231,1,1,0\n"));
            Assert.That(File.ReadAllText(_folder["lean/equity/sse/map_files/600000.csv"]), Is.EqualTo("20160601,600000\n20501231,600000\n"));
            Assert.That(PriceFolder.Open(_folder["lean"]).Instruments(BarResolution.Hour), Is.EqualTo(new[] { "600000" }));
        });
    }

    [Test]
    public void ManyInstrumentsInOneFile_OtherColumnsQuotesDayFirstAndUtc_AreRead()
    {
        // Clocks in New York went back on 1 November 2020.
        Write("bars.csv", """
            "Ticker";"When";"O";"H";"L";"C";"Vol";"Note"
            AAPL;30/10/2020 14:30;1;2;1;2;10;"a;b"
            brk-b;30.10.2020 14:30;5;5;5;5;20;
            BRK.B;02/11/2020 14:30;6;6;6;6;60;
            AAPL;02/11/2020 14:30;3;3;3;3;30;
            """);
        var columns = new CsvColumns().With("symbol=ticker, date=When,open=O,high=H,low=L,close=C,volume=Vol");

        var imported = CsvImporter.Import(
            _folder["csv/bars.csv"], _folder["lean"],
            new CsvFormat { Resolution = BarResolution.Hour, TimeZone = "UTC", Dates = DateOrder.DayFirst, Columns = columns }, new IntegrityReport());

        Assert.Multiple(() =>
        {
            Assert.That(imported.Instruments, Is.EqualTo(new[] { "AAPL", "BRK.B" }));
            Assert.That(Lines("usa", "hour", "aapl"), Is.EqualTo(new[] { "20201030 10:30,10000,20000,10000,20000,10", "20201102 09:30,30000,30000,30000,30000,30" }));
            Assert.That(Lines("usa", "hour", "brk.b"), Is.EqualTo(new[] { "20201030 10:30,50000,50000,50000,50000,20", "20201102 09:30,60000,60000,60000,60000,60" }), "one name");
        });
    }

    [TestCase("2020-01-31 09:00", nameof(DateOrder.YearFirst), "20200131 09:00")]
    [TestCase("20200131T0900", nameof(DateOrder.YearFirst), "20200131 09:00")]
    [TestCase("2020/1/31 9:00:00", nameof(DateOrder.DayFirst), "20200131 09:00")]
    [TestCase("1/2/2020 9:00", nameof(DateOrder.DayFirst), "20200201 09:00")]
    [TestCase("1/2/2020 9:00", nameof(DateOrder.MonthFirst), "20200102 09:00")]
    [TestCase("31.01.2020 9:00", nameof(DateOrder.DayFirst), "20200131 09:00")]
    public void Dates_AreReadInTheirOrder(string text, string order, string expected)
    {
        Write("A.csv", $"Date,Open,High,Low,Close,Volume\n{text},1,1,1,1,1\n");

        Import(new CsvFormat { Resolution = BarResolution.Hour, Dates = Enum.Parse<DateOrder>(order) });

        Assert.That(Lines("usa", "hour", "a"), Is.EqualTo(new[] { $"{expected},10000,10000,10000,10000,1" }));
    }

    [TestCase("2020-01-03,09:30,1,1,1,x,1", "found '2020-01-03,09:30,1,1,1,x,1', expected a number as close")]
    [TestCase("2020-01-03,09:30,1,1,1,1", "expected 7 fields, found 6")]
    [TestCase("03/01/2020,09:30,1,1,1,1,1", "expected a date such as 2020-01-31 (--dates day-first or month-first reads others) as date and a time such as 09:30 as time")]
    [TestCase("2020-01-03,25:30,1,1,1,1,1", "expected a date such as")]
    [TestCase("2020-01-03,09:30:15,1,1,1,1,1", "found a time with seconds, expected whole minutes")]
    [TestCase("2020-03-08,02:30,1,1,1,1,1", "found a time that America/New_York skips")]
    [TestCase("2020-01-02,09:00,1,1,1,1,1", "found 2020-01-02 09:00 a second time (first on line 2)")]
    [TestCase("2020-01-03,09:30,1,2,3,1,1", "expected low <= open, close <= high")]
    public void ABadRow_IsLeftOutAndNamed_AndFatalWhenStrict(string row, string expected)
    {
        Write("A.csv", $"date,time,open,high,low,close,volume\n2020-01-02,09:00,1,1,1,1,1\n{row}\n2020-04-02,09:00,1,1,1,1,1\n");
        var report = new IntegrityReport();

        var imported = CsvImporter.Import(_folder["csv"], _folder["lean"], Hourly, report);

        Assert.Multiple(() =>
        {
            Assert.That(imported.Bars, Is.EqualTo(2));
            Assert.That(report.Findings.Single().ToString(), Does.Contain("A.csv:3: ").And.Contain(expected));
            Assert.That(
                () => CsvImporter.Import(_folder["csv"], _folder["lean"], Hourly, new IntegrityReport(strict: true)),
                Throws.TypeOf<DataException>().With.Message.Contains(expected));
        });
    }

    [Test]
    public void ADailyRowWithATimeOfDay_IsLeftOut()
    {
        Write("A.csv", "Date,Open,High,Low,Close,Volume\n2020-01-02,1,1,1,1,1\n2020-01-03 16:00,1,1,1,1,1\n");
        var report = new IntegrityReport();

        Assert.That(CsvImporter.Import(_folder["csv"], _folder["lean"], new CsvFormat(), report).Bars, Is.EqualTo(1));
        Assert.That(report.Findings.Single().ToString(), Does.Contain("A.csv:3: found a time of day, expected a date alone"));
    }

    [Test]
    public void WhatCannotBeImported_IsSaid()
    {
        Write("A.csv", "date,time,open,high,low,close,volume\n2020-01-02,09:00,1,1,1,1,1\n2020-01-02,09:15,1,1,1,1,1\n");
        Directory.CreateDirectory(_folder["twins"]);
        File.WriteAllText(_folder["twins/a.csv"], "date,open,high,low,close,volume\n2020-01-02,1,1,1,1,1\n");
        File.WriteAllText(_folder["twins/A.CSV"], "date,open,high,low,close,volume\n2020-01-02,1,1,1,1,1\n");
        Directory.CreateDirectory(_folder["other/equity/sse/hour"]);

        Assert.Multiple(() =>
        {
            Refused("csv", Hourly, "A.csv:3: found a bar 15 minutes after the one before, expected hourly bars");
            Refused("csv", Hourly with { Columns = new CsvColumns { Time = "clock" } }, "A.csv:1: found the header 'date,time,open,high,low,close,volume', expected the columns date, clock, open, high, low, close, volume (missing: clock); name the file's own columns with --map");
            Refused("csv", Hourly with { TimeZone = "Asia/Nowhere" }, "Asia/Nowhere: there is no such time zone");
            Refused("csv", Hourly with { Market = "hose" }, "hose: LEAN's market hours have no such market; say with --timezone");
            Refused("twins", new CsvFormat(), "found A.CSV and a.csv for the one instrument A; keep one of them");
            Refused("nowhere", new CsvFormat(), "the folder does not exist");
            Assert.That(
                () => CsvImporter.Import(_folder["csv"], _folder["other"], Hourly with { Market = "hose", TimeZone = "UTC" }, new IntegrityReport()),
                Throws.TypeOf<DataException>().With.Message.Contains("found the market sse, expected a folder without another market than hose"));
            Assert.That(Directory.Exists(_folder["lean"]), Is.False, "a fault leaves the data folder as it was");
        });
    }

    [TestCase("date", "found 'date', expected FIELD=COLUMN")]
    [TestCase("date=", "found 'date=', expected FIELD=COLUMN")]
    [TestCase("price=Close", "found the field 'price', expected one of symbol, date, time")]
    public void AMapThatCannotBeRead_IsSaid(string map, string expected) =>
        Assert.That(() => new CsvColumns().With(map), Throws.ArgumentException.With.Message.Contains(expected));

    [Test]
    public void LeansOwnDatabases_GetTheEntryOfShanghai_AndKeepTheirOthers()
    {
        Write("600000.csv", "Date,Time,Open,High,Low,Close,Volume\n2016-06-01,15:00,1,1,1,1,1\n");
        Directory.CreateDirectory(_folder["lean/market-hours"]);
        Directory.CreateDirectory(_folder["lean/symbol-properties"]);
        File.WriteAllText(_folder["lean/market-hours/market-hours-database.json"], """{"entries":{"Equity-india-[*]":{"dataTimeZone":"Asia/Kolkata","holidays":["1/1/1998"]}}}""");
        File.WriteAllText(_folder["lean/symbol-properties/symbol-properties-database.csv"], "market,symbol\nindia,[*],equity,,INR,1,0.05,1\n");

        Import(CsvFormat.Sz50);
        Import(CsvFormat.Sz50);

        var entries = JObject.Parse(File.ReadAllText(_folder["lean/market-hours/market-hours-database.json"]))["entries"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)entries["Equity-india-[*]"]!["holidays"]![0], Is.EqualTo("1/1/1998"));
            Assert.That((string?)entries["Equity-sse-[*]"]!["exchangeTimeZone"], Is.EqualTo("Asia/Shanghai"));
            Assert.That(
                File.ReadAllText(_folder["lean/symbol-properties/symbol-properties-database.csv"]),
                Is.EqualTo("market,symbol\nindia,[*],equity,,INR,1,0.05,1\nsse,[*],equity,,CNY,1,0.01,100\n"));
        });
    }

    [Test]
    public void AMarketThatNobodyKnows_IsImported_AndLeanIsSaidToLackIt()
    {
        Write("VNM.csv", "Date,Open,High,Low,Close,Volume\n2020-01-02,1,1,1,1,1\n");
        var report = new IntegrityReport();

        CsvImporter.Import(_folder["csv"], _folder["lean"], new CsvFormat { Market = "hose", TimeZone = "Asia/Ho_Chi_Minh" }, report);

        Assert.That(Lines("hose", "daily", "vnm"), Is.EqualTo(new[] { "20200102 00:00,10000,10000,10000,10000,1" }));
        Assert.That(
            report.Findings.Select(finding => finding.Message),
            Has.Exactly(2).StartsWith("found no equities of the market hose, without which LEAN cannot trade it"));
    }

    [Test]
    public void TwoMarketsBesideTheUnitedStates_AreRefused_WithItTheyAreLeft()
    {
        Directory.CreateDirectory(_folder["equity/hose/daily"]);
        Directory.CreateDirectory(_folder["equity/sse/hour"]);
        Assert.That(() => PriceFolder.Open(_folder.Root), Throws.TypeOf<DataException>().With.Message.Contains("found the markets hose, sse, expected one"));

        Directory.CreateDirectory(_folder["equity/usa/daily"]);
        Assert.That(LeanMarkets.Of(_folder.Root), Is.EqualTo("usa"));
    }

    [Test]
    public void AllOfSz50_ItsDaysAndBars_AreTheMarketHours()
    {
        var report = new IntegrityReport();

        var imported = CsvImporter.Import(SharedData.Sz50, _folder["lean"], CsvFormat.Sz50, report);

        var hours = JObject.Parse(File.ReadAllText(_folder["lean/market-hours/market-hours-database.json"]))["entries"]!["Equity-sse-[*]"]!;
        var series = PriceLoader.Load(PriceFolder.Open(_folder["lean"]), new() { Resolution = BarResolution.Hour }, new IntegrityReport());
        var bars = series.SelectMany(each => each.Bars.ToArray()).ToArray();
        var days = bars.Select(bar => bar.Day).Distinct().Order().ToArray();
        var closed = hours["holidays"]!.Select(day => DateOnly.Parse((string)day!, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(imported.Instruments, Has.Count.EqualTo(49));
            Assert.That(imported.Bars, Is.EqualTo(237_837 - 2_671), "bars without volume are left out");
            Assert.That(
                report.Findings.Where(finding => finding.Severity == IntegritySeverity.Error).Select(finding => finding.Message),
                Has.Exactly(3).Contains("expected low <= open, close <= high"));
            Assert.That(days, Has.Length.EqualTo(1036));
            Assert.That(days, Is.EqualTo(Enumerable.Range(0, days[^1].DayNumber - days[0].DayNumber + 1).Select(days[0].AddDays)
                .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closed.Contains(day))));
            Assert.That(
                bars.Select(bar => bar.Time.TimeOfDay.ToString()).Distinct().Order(),
                Is.EqualTo(new[] { "08:30:00", "09:30:00", "10:30:00", "13:00:00", "14:00:00" }));
            Assert.That(hours["monday"]!.Select(session => $"{session["start"]}-{session["end"]} {session["state"]}"), Is.EqualTo(new[]
            {
                "08:30:00-11:30:00 market", "13:00:00-15:00:00 market"
            }));
        });
    }

    private void Write(string name, string text) => File.WriteAllText(_folder[$"csv/{name}"], text);

    private CsvImport Import(CsvFormat format) => CsvImporter.Import(_folder["csv"], _folder["lean"], format, new IntegrityReport());

    private void Refused(string source, CsvFormat format, string expected) => Assert.That(
        () => CsvImporter.Import(_folder[source], _folder["lean"], format, new IntegrityReport()), Throws.TypeOf<DataException>().With.Message.Contains(expected));

    private string[] Lines(string market, string resolution, string ticker)
    {
        using var zip = ZipFile.OpenRead(_folder[$"lean/equity/{market}/{resolution}/{ticker}.zip"]);
        using var reader = new StreamReader(zip.GetEntry($"{ticker}.csv")!.Open());
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

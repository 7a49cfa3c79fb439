using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Csv;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Data.Loading;

namespace AlphaMix.Training.Tests.Data.Loading;

public class PriceFolderTests
{
    private const string Header = "date,open,high,low,close,volume\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Open_ALeanFolder_ReadsIt()
    {
        new LeanFolderWriter(_folder.Root).WriteBars(new BarSeries("SPY", BarResolution.Daily, [new Bar(new DateTime(2020, 1, 2), 1, 1, 1, 1, 1)]));

        var folder = PriceFolder.Open(_folder.Root);

        Assert.Multiple(() =>
        {
            Assert.That(folder, Is.TypeOf<LeanFolder>());
            Assert.That(folder.Instruments(BarResolution.Daily), Is.EqualTo(new[] { "SPY" }));
            Assert.That(folder.Instruments(BarResolution.Hour), Is.Empty);
        });
    }

    [Test]
    public void Open_ExportedHistory_ReadsAHyphenAsADot()
    {
        File.WriteAllText(_folder["BRK-A.csv"], Header + "2020-01-02,1.5,2,1,1.25,100\n");

        var folder = PriceFolder.Open(_folder.Root);

        Assert.That(folder.Instruments(BarResolution.Daily), Is.EqualTo(new[] { "BRK.A" }));
        Assert.That(folder.Read("BRK.A", BarResolution.Daily, new IntegrityReport()).Count, Is.EqualTo(1));
    }

    [Test]
    public void Open_ExportedHistory_ReadsDailyAndHourlyFiles()
    {
        File.WriteAllText(_folder["aapl.csv"], Header + "2020-01-02,1.5,2,1,1.25,100\n2020-01-03,1.5,2,1,1.75,100\n");
        File.WriteAllText(_folder["MSFT.csv"], Header + "2020-01-02 09:00,1,2,1,1,100\n2020-01-02 10:00,1,2,1,2,0\n");
        var report = new IntegrityReport();

        var folder = PriceFolder.Open(_folder.Root);
        var daily = folder.Read("AAPL", BarResolution.Daily, report);
        var hourly = folder.Read("MSFT", BarResolution.Hour, report);

        Assert.Multiple(() =>
        {
            Assert.That(folder, Is.TypeOf<HistoryFolder>());
            Assert.That(folder.Instruments(BarResolution.Daily), Is.EqualTo(new[] { "AAPL" }));
            Assert.That(folder.Instruments(BarResolution.Hour), Is.EqualTo(new[] { "MSFT" }));
            Assert.That(daily.Bars.ToArray(), Is.EqualTo(new[]
            {
                new Bar(new DateTime(2020, 1, 2), 1.5, 2, 1, 1.25, 100), new Bar(new DateTime(2020, 1, 3), 1.5, 2, 1, 1.75, 100)
            }));
            Assert.That(hourly.Bars[1].Time, Is.EqualTo(new DateTime(2020, 1, 2, 10, 0, 0)));
            Assert.That(report.Findings.Single().ToString(), Does.Contain("MSFT.csv:3: found 1 bars without volume"));
            Assert.That(
                () => folder.Read("MSFT", BarResolution.Daily, report), Throws.TypeOf<DataException>().With.Message.Contains("found no Daily bars of MSFT"));
        });
    }

    [TestCase("2020-01-03,1,1,1")]
    [TestCase("20200103,1,1,1,1,1")]
    [TestCase("2020-01-03,1,1,2,1,1")]
    [TestCase("2020-01-02,1,1,1,1,1")]
    public void Read_ABadRowOfHistory_IsLeftOutAndNamed(string row)
    {
        File.WriteAllText(_folder["AAPL.csv"], $"{Header}2020-01-02,1,1,1,1,1\n{row}\n");
        var report = new IntegrityReport();

        var series = PriceFolder.Open(_folder.Root).Read("AAPL", BarResolution.Daily, report);

        Assert.Multiple(() =>
        {
            Assert.That(series.Count, Is.EqualTo(1));
            Assert.That(report.Findings.Single().ToString(), Does.Contain("AAPL.csv:3: found"));
        });
    }

    [Test]
    public void Open_AnythingElse_NamesBothForms()
    {
        Directory.CreateDirectory(_folder["empty"]);
        Directory.CreateDirectory(_folder["yahoo"]);
        File.WriteAllText(_folder["yahoo/A.csv"], "Date,Open,High,Low,Close,Adj Close,Volume\n");

        Assert.Multiple(() =>
        {
            Assert.That(
                () => PriceFolder.Open(_folder["empty"]),
                Throws.TypeOf<DataException>().With.Message.Contains("equity/usa/daily/*.zip").And.Message.Contains("TICKER.csv"));
            Assert.That(() => PriceFolder.Open(_folder["nowhere"]), Throws.TypeOf<DataException>().With.Message.Contains("does not exist"));
            Assert.That(() => PriceFolder.Open(_folder["yahoo"]), Throws.TypeOf<DataException>().With.Message.Contains("data import yahoo"));
        });
    }
}

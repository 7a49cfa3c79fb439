using System.IO.Compression;
using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Lean;
using AlphaMix.Training.Data.Loading;

namespace AlphaMix.Training.Tests.Data.Lean;

public class LeanFolderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Read_AppliesTheOldestFactorRowOnOrAfterTheBarsDay()
    {
        // AAPL's rows around the 7:1 split of 2014-06-09, from LEAN's sample factor file.
        Zip("daily", "aapl", """
            20140605 00:00,6460000,6470000,6420000,6470000,1000
            20140606 00:00,6499000,6500000,6440000,6455700,1000
            20140609 00:00,927000,940000,917500,937000,1000
            20141105 00:00,1091000,1092000,1080000,1088600,1000
            20141106 00:00,1086000,1088000,1078000,1087000,1000
            """);
        Text("factor_files/aapl.csv", "20140605,0.9320952,0.14285714,1\n20140606,0.9363646,0.14285714,645.57\n20141105,0.9363646,1,108.86\n20501231,1,1,0\n");

        var bars = new LeanFolder(_folder.Root).Read("AAPL", BarResolution.Daily).Bars.ToArray();

        // To the bit: LEAN multiplies in decimal, four decimals times the row's product.
        Assert.Multiple(() =>
        {
            Assert.That(bars.Select(bar => bar.Close), Is.EqualTo(new[]
            {
                (double)(647.0000m * (0.9320952m * 0.14285714m)), (double)(645.5700m * (0.9363646m * 0.14285714m)),
                (double)(93.7000m * 0.9363646m), (double)(108.8600m * 0.9363646m), 108.70
            }));
            Assert.That(bars.Select(bar => bar.SplitFactor), Is.EqualTo(new[] { 0.14285714, 0.14285714, 1, 1, 1 }));
            Assert.That(bars.Select(bar => bar.PriceFactor), Is.EqualTo(new[] { 0.9320952, 0.9363646, 0.9363646, 0.9363646, 1 }));
            Assert.That(bars[0].Open, Is.EqualTo((double)(646.0000m * (0.9320952m * 0.14285714m))));
            Assert.That(bars[0].High, Is.EqualTo((double)(647.0000m * (0.9320952m * 0.14285714m))));
            Assert.That(bars[0].Low, Is.EqualTo((double)(642.0000m * (0.9320952m * 0.14285714m))));
            Assert.That(bars.Select(bar => bar.Volume), Is.All.EqualTo(1000), "volume stays raw");
        });
    }

    [Test]
    public void Load_FindsAnInstrumentByTheTickerItTradedLastUnder()
    {
        Zip("daily", "nb", "19980715 00:00,560000,560000,560000,560000,1\n");
        Zip("daily", "bac", "20090805 00:00,286000,286000,286000,286000,1\n");
        Zip("daily", "ge", "20090805 00:00,286000,286000,286000,286000,1\n");
        Text("map_files/bac.csv", "19980102,nb,N\n19980930,nb,N\n20501231,bac,N\n");
        var folder = new LeanFolder(_folder.Root);

        var named = PriceLoader.Load(folder, new DataOptions { Instruments = ["BAC", "GE"] }, new IntegrityReport());
        var excluded = PriceLoader.Load(folder, new DataOptions { Exclude = ["BAC"] }, new IntegrityReport());

        Assert.Multiple(() =>
        {
            Assert.That(named.Select(series => series.Instrument), Is.EqualTo(new[] { "GE", "NB" }));
            Assert.That(excluded.Select(series => series.Instrument), Is.EqualTo(new[] { "GE" }));
            Assert.That(
                () => PriceLoader.Load(folder, new DataOptions { Instruments = ["UW"] }, new IntegrityReport()),
                Throws.TypeOf<DataException>().With.Message.Contains("found no daily prices of UW"));
        });
    }

    [Test]
    public void Read_FollowsTheMapFileThroughRenames_AndLeavesOutOtherCompaniesUnderTheTicker()
    {
        // Waste Management: UW, then WMI, then WM, under which another company traded before.
        Zip("daily", "uw", "19980715 00:00,560000,560000,560000,560000,1\n19980716 00:00,570000,570000,570000,570000,1\n19980717 00:00,10000,10000,10000,10000,1\n");
        Zip("daily", "wmi", "19980716 00:00,10000,10000,10000,10000,1\n19980717 00:00,580000,580000,580000,580000,1\n20090804 00:00,285000,285000,285000,285000,1\n");
        Zip("daily", "wm", "19981209 00:00,350000,350000,350000,350000,1\n20090805 00:00,286000,286000,286000,286000,1\n");
        Text("map_files/wm.csv", "19980102,uw,N\n19980716,uw,N\n20090804,wmi,N\n20501231,wm,N\n");
        var report = new IntegrityReport();
        var folder = new LeanFolder(_folder.Root);

        var series = folder.Read("UW", BarResolution.Daily, report);

        Assert.Multiple(() =>
        {
            Assert.That(folder.Instruments(BarResolution.Daily), Is.EqualTo(new[] { "UW" }), "one instrument, named as LEAN's symbol.ID.Symbol");
            Assert.That(series.Bars.ToArray().Select(bar => bar.Close), Is.EqualTo(new[] { 56, 57, 58, 28.5, 28.6 }));
            Assert.That(report.Findings.Select(finding => finding.Message), Has.Some.Contains("3 bars lie outside"));
        });
    }

    [Test]
    public void Instruments_ATickerUsedTwice_GoesToTheOneThatStillTrades()
    {
        Zip("daily", "fb", "20030328 00:00,10000,10000,10000,10000,1\n20120518 00:00,380000,380000,380000,380000,1\n");
        Text("map_files/fb.csv", "20120518,fb,Q\n20501231,fb,Q\n");
        Text("map_files/fb.1.csv", "19990929,fb\n20030328,fb\n");
        var folder = new LeanFolder(_folder.Root);

        Assert.Multiple(() =>
        {
            Assert.That(folder.Instruments(BarResolution.Daily), Is.EqualTo(new[] { "FB", "FB.1" }));
            Assert.That(folder.Read("FB", BarResolution.Daily).Bars.ToArray().Select(bar => bar.Close), Is.EqualTo(new[] { 38.0 }));
            Assert.That(folder.Read("FB.1", BarResolution.Daily).Bars.ToArray().Select(bar => bar.Close), Is.EqualTo(new[] { 1.0 }));
        });
    }

    [TestCase(BarResolution.Daily)]
    [TestCase(BarResolution.Hour)]
    public void Write_ThenRead_GivesTheSameBars(BarResolution resolution)
    {
        var step = resolution == BarResolution.Daily ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1);
        var start = new DateTime(2020, 1, 6, resolution == BarResolution.Daily ? 0 : 9, 0, 0);
        Bar[] raw =
        [
            new(start, 271062.5, 271100.1234, 270000, 271000, 3),
            new(start + step, 0.0001, 0.0003, 0.0001, 0.0002, 12_345_678_901),
            new(start + 2 * step, 10, 10, 10, 10, 0)
        ];

        new LeanFolderWriter(_folder.Root).Write(new BarSeries("BRK.A", resolution, raw), FactorFile.None);
        var folder = new LeanFolder(_folder.Root);

        Assert.Multiple(() =>
        {
            Assert.That(folder.Instruments(resolution), Is.EqualTo(new[] { "BRK.A" }));
            Assert.That(folder.Read("BRK.A", resolution).Bars.ToArray(), Is.EqualTo(raw));
            Assert.That(File.Exists(_folder[$"equity/usa/{(resolution == BarResolution.Daily ? "daily" : "hour")}/brk.a.zip"]));
            Assert.That(File.ReadAllText(_folder["equity/usa/map_files/brk.a.csv"]), Is.EqualTo("20200106,brk.a\n20501231,brk.a\n"));
            Assert.That(File.ReadAllText(_folder["equity/usa/factor_files/brk.a.csv"]), Is.EqualTo("20200106,1,1,1\n20501231,1,1,0\n"), "without the first row LEAN starts the security in 2050");
        });
    }

    [Test]
    public void Write_TheLineIsLeans()
    {
        var raw = new BarSeries("SPY", BarResolution.Daily, [new Bar(new DateTime(1998, 1, 2), 97.31, 97.53, 96.53, 97.36, 2150000)]);

        new LeanFolderWriter(_folder.Root).WriteBars(raw);

        using var zip = ZipFile.OpenRead(_folder["equity/usa/daily/spy.zip"]);
        using var reader = new StreamReader(zip.GetEntry("spy.csv")!.Open());
        Assert.That(reader.ReadToEnd(), Is.EqualTo("19980102 00:00,973100,975300,965300,973600,2150000\n"));
    }

    [Test]
    public void Write_Twice_GivesTheSameBytesAndLeavesNoTemporaryFile()
    {
        var raw = new BarSeries("SPY", BarResolution.Daily, [new Bar(new DateTime(1998, 1, 2), 97.31, 97.53, 96.53, 97.36, 2150000)]);
        var writer = new LeanFolderWriter(_folder.Root);

        writer.WriteBars(raw);
        var first = File.ReadAllBytes(_folder["equity/usa/daily/spy.zip"]);
        writer.WriteBars(raw);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(_folder["equity/usa/daily/spy.zip"]), Is.EqualTo(first));
            Assert.That(Directory.EnumerateFiles(_folder.Root, "*.tmp", SearchOption.AllDirectories), Is.Empty);
        });
    }

    [Test]
    public void Write_AdjustedPrices_AreRefused()
    {
        var adjusted = new BarSeries("SPY", BarResolution.Daily, [new Bar(new DateTime(1998, 1, 2), 1, 1, 1, 1, 1, 0.5)]);

        Assert.That(() => new LeanFolderWriter(_folder.Root).WriteBars(adjusted), Throws.ArgumentException.With.Message.Contains("expected raw prices"));
    }

    private static readonly string[] BadRows =
    [
        "20200103 00:00,10000,10000,10000,10000",
        "20200103 00:00,10000,10000,10000,10000,1,1",
        "20200103,10000,10000,10000,10000,1",
        "20200231 00:00,10000,10000,10000,10000,1",
        "20200103 00:00,abc,10000,10000,10000,1",
        "20200103 00:00,10000,,10000,10000,1",
        "20200103 00:00,-10000,10000,-10000,10000,1",
        "20200103 00:00,0,10000,0,10000,1",
        "20200103 00:00,10000,9000,9000,10000,1",
        "20200103 00:00,10000,10000,11000,10000,1",
        "20200103 00:00,10000,10000,10000,NaN,1",
        "20200103 00:00,10000,10000,10000,10000,-1",
        "20200102 00:00,10000,10000,10000,10000,1",
        "20200101 00:00,10000,10000,10000,10000,1",
        "20990103 00:00,10000,10000,10000,10000,1"
    ];

    [TestCaseSource(nameof(BadRows))]
    public void Read_ABadRow_IsLeftOutAndNamedByFileAndLine_AndFatalWhenStrict(string row)
    {
        Zip("daily", "xyz", $"20200102 00:00,20000,20000,20000,20000,5\n{row}\n20200106 00:00,30000,30000,30000,30000,5\n20200107 00:00,40000,40000,40000,40000,5\n");
        var folder = new LeanFolder(_folder.Root);
        var report = new IntegrityReport();

        var series = folder.Read("XYZ", BarResolution.Daily, report);

        Assert.Multiple(() =>
        {
            Assert.That(series.Bars.ToArray().Select(bar => bar.Close), Is.EqualTo(new[] { 2.0, 3.0, 4.0 }));
            var error = report.Findings.Single(finding => finding.Severity == IntegritySeverity.Error);
            Assert.That(error.File, Does.EndWith("xyz.zip#xyz.csv"));
            Assert.That(error.Line, Is.EqualTo(2));
            Assert.That(error.Message, Does.StartWith("found").And.Contain("expected").And.Contain("left out"));
            Assert.That(
                () => folder.Read("XYZ", BarResolution.Daily, new IntegrityReport(strict: true)),
                Throws.TypeOf<DataException>().With.Message.Contains("xyz.zip#xyz.csv:2:"));
        });
    }

    [Test]
    public void Read_LinesOfAnyForm_KeepTheirNumbersAndValues()
    {
        Zip("daily", "aaa",
            "\uFEFF20140602 00:00,10000,20000,10000,20000,100\r\n20140603 00:00,10000,20000,10000,20000,100\n\n"
            + "20140604 00:00,10000.5,20000,10000,20000,100\nrubbish\n20140605 00:00,10000,20000,10000,20000,7");
        var report = new IntegrityReport();

        var bars = new LeanFolder(_folder.Root).Read("AAA", BarResolution.Daily, report).Bars.ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(bars.Select(bar => bar.Day.Day), Is.EqualTo(new[] { 2, 3, 4, 5 }));
            Assert.That(bars.Select(bar => bar.Open), Is.EqualTo(new[] { 1, 1, 1.00005, 1 }));
            Assert.That(bars[^1].Volume, Is.EqualTo(7));
            Assert.That(report.Findings.Single(finding => finding.Severity == IntegritySeverity.Error).Line, Is.EqualTo(5));
        });
    }

    [Test]
    public void Read_BarsWithoutVolume_AreKeptAndCounted()
    {
        Zip("daily", "xyz", "20200102 00:00,20000,20000,20000,20000,5\n20200103 00:00,20000,20000,20000,20000,0\n20200106 00:00,20000,20000,20000,20000,0\n");
        var report = new IntegrityReport();

        var series = new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily, report);

        Assert.Multiple(() =>
        {
            Assert.That(series.Count, Is.EqualTo(3));
            Assert.That(series.Usable().Count, Is.EqualTo(1));
            var warning = report.Findings.Single(finding => finding.Severity == IntegritySeverity.Warning);
            Assert.That(warning.Line, Is.EqualTo(2));
            Assert.That(warning.Message, Does.Contain("2 bars without volume"));
            Assert.That(report.Findings.Single(finding => finding.Severity == IntegritySeverity.Info).Message, Does.Contain("no factor file"));
        });
    }

    [Test]
    public void Read_DatesFromNewToOld_IsAnError()
    {
        Zip("daily", "xyz", "20200106 00:00,1,1,1,1,1\n20200103 00:00,1,1,1,1,1\n20200102 00:00,1,1,1,1,1\n");

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily), Throws.TypeOf<DataException>().With.Message.Contains("from new to old"));
    }

    [Test]
    public void Read_NoSoundRow_IsAnError()
    {
        Zip("daily", "xyz", "Date,Open\n1,2\n");

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily), Throws.TypeOf<DataException>().With.Message.Contains("no sound row"));
    }

    [Test]
    public void Read_ATruncatedZip_IsAnErrorThatNamesIt()
    {
        Zip("daily", "xyz", string.Concat(Enumerable.Range(0, 900).Select(i => $"{new DateTime(2020, 1, 1).AddDays(i):yyyyMMdd} 00:00,{i + 7},{i + 7},{i + 7},{i + 7},{i * i}\n")));
        var path = _folder["equity/usa/daily/xyz.zip"];
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily),
            Throws.TypeOf<DataException>().With.Message.Contains("xyz.zip").And.Message.Contains("truncated"));
    }

    [Test]
    public void Read_AZipWithOneDigitChanged_IsAnErrorThatNamesIt()
    {
        Zip("daily", "xyz", "20200102 00:00,20000,20000,20000,20000,5\n", level: CompressionLevel.NoCompression);
        var path = _folder["equity/usa/daily/xyz.zip"];
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("20000,5"u8)]++;
        File.WriteAllBytes(path, bytes);

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily),
            Throws.TypeOf<DataException>().With.Message.Contains("xyz.zip").And.Message.Contains("checksum"));
    }

    [Test]
    public void Read_AZipWithoutTheEntry_SaysWhatIsInIt()
    {
        Zip("daily", "xyz", "20200102 00:00,1,1,1,1,1\n", entry: "other.csv");

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily),
            Throws.TypeOf<DataException>().With.Message.Contains("[other.csv], expected xyz.csv"));
    }

    [Test]
    public void Read_AnUnknownInstrument_SaysWhichFileWasExpected()
    {
        Zip("daily", "xyz", "20200102 00:00,1,1,1,1,1\n");

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("ABC", BarResolution.Daily), Throws.TypeOf<DataException>().With.Message.Contains("abc.zip"));
    }

    [Test]
    public void Read_ABadFactorRow_IsAnErrorThatNamesTheLine()
    {
        Zip("daily", "xyz", "20200102 00:00,1,1,1,1,1\n");
        Text("factor_files/xyz.csv", "20200102,1,1,1\nnonsense\n");

        Assert.That(
            () => new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily), Throws.TypeOf<DataException>().With.Message.Contains("xyz.csv:2:"));
    }

    [Test]
    public void Read_FactorRowsBeyondLeansPrecision_ArePassedOver_AndTheSecurityStartsLater()
    {
        Zip("daily", "xyz", "20200102 00:00,10000,10000,10000,10000,1\n20200106 00:00,10000,10000,10000,10000,1\n20200107 00:00,10000,10000,10000,10000,1\n");
        Text("factor_files/xyz.csv", "20200102,1,inf,1\n20200103,1,1.6e+6,1\n20200107,0.5,1,1\n20501231,1,1,0\n");

        var bars = new LeanFolder(_folder.Root).Read("XYZ", BarResolution.Daily).Bars.ToArray();

        Assert.That(bars.Select(bar => (bar.Day.Day, bar.Close)), Is.EqualTo(new[] { (6, 0.5), (7, 0.5) }));
    }

    [Test]
    public void Open_NoFolderOrNoInstruments_IsAnErrorThatSaysSo()
    {
        Directory.CreateDirectory(_folder["empty/equity/usa/daily"]);

        Assert.Multiple(() =>
        {
            Assert.That(() => new LeanFolder(_folder["nowhere"]), Throws.TypeOf<DataException>().With.Message.Contains("does not exist"));
            Assert.That(() => new LeanFolder(_folder["empty"]), Throws.TypeOf<DataException>().With.Message.Contains("found no instruments"));
        });
    }

    private void Zip(string resolution, string ticker, string text, string? entry = null, CompressionLevel level = CompressionLevel.Optimal)
    {
        Directory.CreateDirectory(_folder[$"equity/usa/{resolution}"]);
        using var zip = ZipFile.Open(_folder[$"equity/usa/{resolution}/{ticker}.zip"], ZipArchiveMode.Create);
        using var writer = new StreamWriter(zip.CreateEntry(entry ?? $"{ticker}.csv", level).Open());
        writer.Write(text);
    }

    private void Text(string name, string text)
    {
        var path = _folder[$"equity/usa/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

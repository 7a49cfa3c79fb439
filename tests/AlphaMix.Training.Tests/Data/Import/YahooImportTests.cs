using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Import;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Tests.Data.Import;

/// <summary>The preset yahoo.</summary>
public class YahooImportTests
{
    private const string Header = "Date,Open,High,Low,Close,Adj Close,Volume";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(_folder["yahoo"]);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Import_RecoversOneFactorRowADividend_UpToAConstantScale()
    {
        // Two dividends, and a third after the file's end: all Adj Close are 0.99 of what they would be.
        File.WriteAllText(_folder["yahoo/BRK-A.csv"], $"""
            {Header}
            2020-01-02,100,100,100,100,{0.99 * 0.97 * 0.98 * 100:F6},5
            2020-01-03,50,50,50,50,{0.99 * 0.97 * 0.98 * 50:F6},5
            2020-01-06,60,60,60,60,{0.99 * 0.97 * 60:F6},5
            2020-01-07,70,70,70,70,{0.99 * 0.97 * 70:F6},5
            2020-01-08,80,80,80,80,{0.99 * 80:F6},5
            """);

        var imported = CsvImporter.Import(_folder["yahoo"], _folder["lean"], CsvFormat.Yahoo, new IntegrityReport());

        var bars = new LeanFolder(_folder["lean"]).Read("BRK.A", BarResolution.Daily).Bars.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(imported.Instruments, Is.EqualTo(new[] { "BRK.A" }));
            Assert.That(imported.Bars, Is.EqualTo(5));
            Assert.That(imported.Dividends, Is.EqualTo(2));
            Assert.That(
                File.ReadAllText(_folder["lean/equity/usa/factor_files/brk.a.csv"]),
                Is.EqualTo("20200102,0.9506,1,1\n20200103,0.9506,1,50\n20200107,0.97,1,70\n20501231,1,1,0\n"));
            Assert.That(bars.Select(bar => bar.Close), Is.EqualTo(new[] { 95.06, 47.53, 58.2, 67.9, 80 }).Within(1e-9));
            Assert.That(bars.Select(bar => bar.SplitFactor), Is.All.EqualTo(1));
        });
    }

    [Test]
    public void Import_AStrayAdjClose_IsPassedOverAndReported()
    {
        File.WriteAllText(_folder["yahoo/XYZ.csv"], $"""
            {Header}
            2020-01-02,100,100,100,100,100,5
            2020-01-03,100,100,100,100,90,5
            2020-01-06,100,100,100,100,100,5
            2020-01-07,100,100,100,100,100,5
            """);
        var report = new IntegrityReport();

        var imported = CsvImporter.Import(_folder["yahoo"], _folder["lean"], CsvFormat.Yahoo, report);

        Assert.Multiple(() =>
        {
            Assert.That(imported.Dividends, Is.Zero);
            Assert.That(report.Findings.Single().ToString(), Does.Contain("XYZ.csv:3: found Adj Close 90 out of line"));
        });
    }

    [Test]
    public void Import_AllOfAcl18_LeansAdjustedCloseIsAdjClose()
    {
        var source = SharedData.Acl18;
        var report = new IntegrityReport();

        var imported = CsvImporter.Import(source, _folder["lean"], CsvFormat.Yahoo, report);

        var lean = new LeanFolder(_folder["lean"]);
        double worst = 0;
        var compared = 0;
        foreach (var file in Directory.EnumerateFiles(source, "*.csv"))
        {
            var expected = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Where(fields => fields[1] != "null")
                .ToDictionary(fields => DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), fields => (Close: Number(fields[4]), Adjusted: Number(fields[5])));
            var series = lean.Read(CsvFile.Instrument(Path.GetFileNameWithoutExtension(file)), BarResolution.Daily);
            foreach (var bar in series.Bars)
            {
                var (close, adjusted) = expected[bar.Day];
                // Half a deci-cent of the price, the noise of single precision, and the 7 decimals of a factor.
                var allowed = 5.1e-5 / close + 1.5e-6;
                worst = Math.Max(worst, Math.Abs(bar.Close / adjusted - 1) / allowed);
                compared++;
            }

            Assert.That(series.Count, Is.EqualTo(expected.Count), file);
        }

        Assert.Multiple(() =>
        {
            Assert.That(imported.Instruments, Has.Count.EqualTo(88).And.Contain("BRK.A").And.Contain("RDS.B"));
            Assert.That(lean.Instruments(BarResolution.Daily), Is.EqualTo(imported.Instruments));
            Assert.That(compared, Is.EqualTo(84 * 1258 + 1177 + 745 + 701 + 297 - 3));
            Assert.That(worst, Is.LessThan(1));
            Assert.That(imported.Dividends, Is.EqualTo(1306), "a row a dividend, not one a day");
            Assert.That(
                report.Findings.Where(finding => finding.Severity == IntegritySeverity.Error).Select(finding => $"{Path.GetFileName(finding.File)}:{finding.Line}"),
                Is.EqualTo(new[] { "PTR.csv:962", "REX.csv:962", "SNP.csv:962" }));
            Assert.That(
                report.Findings.Where(finding => finding.Severity == IntegritySeverity.Warning)
                    .Select(finding => $"{Path.GetFileName(finding.File)} {finding.Message.Split(' ')[1]}"),
                Is.EqualTo(new[] { "AGFS.csv 49", "PTR.csv 1", "SPLP.csv 61" }), "bars without volume");
        });
    }

    [Test]
    public void Import_Acl18Strict_StopsAtTheFirstNullRow()
    {
        var source = SharedData.Acl18;

        Assert.That(
            () => CsvImporter.Import(source, _folder["lean"], CsvFormat.Yahoo, new IntegrityReport(strict: true)),
            Throws.TypeOf<DataException>().With.Message.Contains("PTR.csv:962: found '2016-06-29,null,null"));
    }

    [TestCase("Date,Open,High,Low,Close,Volume", "(missing: Adj Close)")]
    [TestCase("Date,Open,High,Low,Close,Close,Adj Close,Volume", "found the column close more than once")]
    [TestCase("", "expected the columns date, open, high, low, close, Adj Close, volume")]
    public void Import_AnotherHeader_IsAnErrorThatNamesIt(string header, string expected)
    {
        File.WriteAllText(_folder["yahoo/XYZ.csv"], $"{header}\n2020-01-02,1,1,1,1,1,1\n");

        Assert.That(
            () => CsvImporter.Import(_folder["yahoo"], _folder["lean"], CsvFormat.Yahoo, new IntegrityReport()),
            Throws.TypeOf<DataException>().With.Message.Contains("XYZ.csv:1:").And.Message.Contains(expected));
    }

    [TestCase("2020-01-03,null,null,null,null,null,null")]
    [TestCase("2020-01-03,1,1,1,1,1")]
    [TestCase("2020-01-03,1,1,1,1,x,1")]
    [TestCase("2020-01-03,1,1,1,1,0,1")]
    [TestCase("2020-01-03,-1,1,-1,1,1,1")]
    [TestCase("2020-01-03,0.00001,0.00001,0.00001,0.00001,1,1")]
    [TestCase("2020-01-02,1,1,1,1,1,1")]
    [TestCase("2020-01-01,1,1,1,1,1,1")]
    [TestCase("01/03/2020,1,1,1,1,1,1")]
    public void Import_ABadRow_IsLeftOutAndNamed_AndFatalWhenStrict(string row)
    {
        File.WriteAllText(_folder["yahoo/XYZ.csv"], $"{Header}\r\n2020-01-02,2,2,2,2,2,2\r\n{row}\r\n2020-01-06,2,2,2,2,2,2\r\n");
        var report = new IntegrityReport();

        var imported = CsvImporter.Import(_folder["yahoo"], _folder["lean"], CsvFormat.Yahoo, report);

        Assert.Multiple(() =>
        {
            Assert.That(imported.Bars, Is.EqualTo(2));
            Assert.That(report.Findings.Single().ToString(), Does.Contain("XYZ.csv:3: found"));
            Assert.That(report.Findings.Single().Severity, Is.EqualTo(IntegritySeverity.Error));
            Assert.That(
                () => CsvImporter.Import(_folder["yahoo"], _folder["lean"], CsvFormat.Yahoo, new IntegrityReport(strict: true)),
                Throws.TypeOf<DataException>().With.Message.Contains("XYZ.csv:3:"));
        });
    }

    [Test]
    public void Import_NoFolderOrNoCsv_IsAnError()
    {
        File.WriteAllText(_folder["yahoo/README.md"], "not prices");

        Assert.Multiple(() =>
        {
            Assert.That(
                () => CsvImporter.Import(_folder["nowhere"], _folder["lean"], CsvFormat.Yahoo, new IntegrityReport()),
                Throws.TypeOf<DataException>().With.Message.Contains("does not exist"));
            Assert.That(
                () => CsvImporter.Import(_folder["yahoo"], _folder["lean"], CsvFormat.Yahoo, new IntegrityReport()),
                Throws.TypeOf<DataException>().With.Message.Contains("found no CSV file"));
        });
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using AlphaMix.Core.Features;
using AlphaMix.Testing;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Import;
using AlphaMix.Training.Data.Integrity;
using AlphaMix.Training.Data.Loading;

namespace AlphaMix.Training.Tests.Data.Integrity;

public class DataCheckTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Run_CountsWhatIsMissingSilentFlatAndLarge_AndNamesBadRows()
    {
        const string Header = "date,open,high,low,close,volume\n";
        File.WriteAllText(_folder["A.csv"], Header + "2020-01-02,1,2,1,1,1\n2020-01-03,1,2,1,1,1\n2020-01-06,1,2,1,1,1\n2020-01-07,1,2,1,1,1\n");
        File.WriteAllText(_folder["B.csv"], Header + "2020-01-02,1,1,1,1,1\n2020-01-03,1,1,1,1,0\n2020-01-07,1,2,1,1.21,1\n");
        File.WriteAllText(_folder["C.csv"], Header + "2020-01-03,1,2,1,1,1\nnonsense\n2020-01-06,0.7,1,0.5,0.79,1\n");
        File.WriteAllText(_folder["D.csv"], Header);

        var report = DataCheck.Run(PriceFolder.Open(_folder.Root), BarResolution.Daily);

        Assert.Multiple(() =>
        {
            Assert.That(report.TradingDays, Is.EqualTo(4));
            Assert.That((report.FirstDay, report.LastDay), Is.EqualTo((new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 7))));
            Assert.That(report.Instruments.Select(check => check.Instrument), Is.EqualTo(new[] { "A", "B", "C", "D" }));
            Assert.That(report.Instruments.Select(check => check.Bars), Is.EqualTo(new[] { 4, 3, 2, 0 }));
            Assert.That(report.Instruments.Select(check => check.MissingDays), Is.EqualTo(new[] { 0, 1, 0, 0 }));
            Assert.That(report.Instruments.Select(check => check.ZeroVolumeBars), Is.EqualTo(new[] { 0, 1, 0, 0 }));
            Assert.That(report.Instruments.Select(check => check.FlatBars), Is.EqualTo(new[] { 0, 1, 0, 0 }));
            Assert.That(report.Instruments[1].LargeMoves.Single().Return, Is.EqualTo(0.21).Within(1e-12));
            Assert.That(report.Instruments[2].LargeMoves.Single().Day, Is.EqualTo(new DateOnly(2020, 1, 6)));
            Assert.That(report.IsSound, Is.False);
            Assert.That(report.Findings.Select(finding => finding.ToString()), Has.Some.Contains("C.csv:3: found 'nonsense'"));
            Assert.That(report.Findings.Select(finding => finding.ToString()), Has.Some.Contains("D.csv: found no sound row"));
        });
    }

    [Test]
    public void Run_Hourly_ComparesDaysNotHours()
    {
        File.WriteAllText(
            _folder["A.csv"],
            "date,open,high,low,close,volume\n2020-01-02 09:00,1,9,1,1,1\n2020-01-02 10:00,1,9,1,5,1\n2020-01-03 09:00,1,9,1,2,1\n2020-01-03 10:00,1,9,1,5.5,1\n2020-01-06 09:00,1,9,1,8,1\n");

        var report = DataCheck.Run(PriceFolder.Open(_folder.Root), BarResolution.Hour);

        Assert.That(report.Instruments[0].LargeMoves.Single().Day, Is.EqualTo(new DateOnly(2020, 1, 6)));
    }

    [Test]
    public void Run_Acl18_FindsWhatIsKnownOfIt()
    {
        CsvImporter.Import(SharedData.Acl18, _folder["lean"], CsvFormat.Yahoo, new IntegrityReport());

        var report = DataCheck.Run(PriceFolder.Open(_folder["lean"]), BarResolution.Daily);

        var checks = report.Instruments.ToDictionary(check => check.Instrument);
        Assert.Multiple(() =>
        {
            Assert.That(report.TradingDays, Is.EqualTo(1258));
            Assert.That(checks["SPLP"].ZeroVolumeBars, Is.EqualTo(61));
            Assert.That(checks["AGFS"].ZeroVolumeBars, Is.EqualTo(49));
            Assert.That(checks["GMRE"].FirstDay, Is.EqualTo(new DateOnly(2016, 6, 30)));
            Assert.That(checks.Values.Where(check => check.MissingDays > 0).Select(check => (check.Instrument, check.MissingDays)), Is.EqualTo(new[] { ("PTR", 1), ("REX", 1), ("SNP", 1) }));
            Assert.That(checks["FB"].LargeMoves.Single().Return, Is.EqualTo(0.296).Within(0.001));
            Assert.That(report.IsSound, "the null rows were left out at the import");
        });
    }
}

using AlphaMix.Cli.Console;
using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests.Commands;

/// <summary>CSV files through the command line: options, presets, and what they leave.</summary>
[TestFixture]
public class DataImportCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Csv_WithEveryOption_IsImported()
    {
        File.WriteAllText(_folder["bars.csv"], "Code,Day,Clock,Open,High,Low,Close,Volume\nABC,31/12/2019,20:30,1,2,1,2,5\nABC,02/01/2020,15:30,2,2,2,2,0\n");

        var output = Alphamix.Do(
            "data", "import", "csv", _folder["bars.csv"], "--data", _folder["lean"], "--market", "USA", "--timezone", "UTC", "--resolution", "hour",
            "--map", "symbol=Code,date=Day,time=Clock", "--bar-time", "end", "--dates", "day-first", "--drop-zero-volume", "--strict");

        Assert.That(output, Does.Contain("Imported 1 instruments, 1 bars into"));
        Assert.That(
            Alphamix.Do("data", "check", "--data", _folder["lean"], "--resolution", "hour"),
            Does.Contain("1 instruments, 1 Hour bars, 1 trading days, 2019-12-31 .. 2019-12-31"));
    }

    [TestCase("--map price=Close: found the field 'price', expected one of symbol, date", "--map", "price=Close")]
    [TestCase("--market n/a: expected letters and digits", "--market", "n/a")]
    [TestCase("bloomberg", "--preset", "bloomberg")]
    public void Csv_AnOptionThatCannotBeUsed_Returns2(string expected, params string[] options)
    {
        var outcome = Alphamix.Run(["data", "import", "csv", _folder.Root, "--data", _folder["lean"], .. options]);

        Assert.That((outcome.Code, outcome.Error), Is.EqualTo((ExitCode.Usage, outcome.Error)));
        Assert.That(outcome.Error, Does.Contain(expected));
    }

    [Test]
    public void Sz50_IsImportedAsItStands_AndTheExperimentAsksForItsMarket()
    {
        var output = Alphamix.Do("data", "import", "csv", SharedData.Sz50, "--preset", "sz50", "--data", _folder["lean"]);

        var error = Alphamix.Run("experiment", "paper", "--data", _folder["lean"], "--out", _folder["run"]).Error;
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("Imported 49 instruments, 235,166 bars into"));
            Assert.That(error, Does.Contain("needs the prices of ACL18").And.Contain("pass --market sz50"));
        });
    }
}

using System.IO.Compression;
using AlphaMix.Cli.Console;
using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests.Commands;

/// <summary>Bad input gets one line that says what, where, found and expected, the exit code of its kind, and loses nothing.</summary>
[TestFixture]
public class BadInputTests
{
    private const string YahooHeader = "Date,Open,High,Low,Close,Adj Close,Volume";
    private SimulatedRun _run = null!;
    private string _pool = null!;

    [OneTimeSetUp]
    public void Train()
    {
        _run = new SimulatedRun();
        _pool = _run.Train();
    }

    [OneTimeTearDown]
    public void Clean() => _run.Dispose();

    [TestCase("--no-such")]
    [TestCase("trian")]
    [TestCase("train")]
    [TestCase("evaluate", "pool", "--from", "yesterday", "--to", "2016-01-01")]
    [TestCase("train", "c.json", "--run", "r", "--threads", "0")]
    [TestCase("data", "simulate", "--data", "d", "--instruments", "-1")]
    public void CommandLine_ThatCannotBeUsed_Returns2(params string[] args) => Expect(ExitCode.Usage, Alphamix.Run(args));

    [Test]
    public void Configuration_UnknownKey_Returns2()
    {
        File.WriteAllText(_run["bad.json"], SimulatedRun.Configuration.Replace("\"epochs\": 3", "\"epoch\": 3"));

        var error = Expect(ExitCode.Usage, Alphamix.Run("train", _run["bad.json"], "--data", _run.Data, "--run", _run["r1"]));

        Assert.That(error, Does.Contain("bad.json: Could not find member 'epoch'").And.Contains("training.epoch"));
        Assert.That(_run["r1"], Does.Not.Exist);
    }

    [Test]
    public void Configuration_ImpossibleValue_Returns2() => Assert.That(
        Expect(ExitCode.Usage, Alphamix.Run("train", _run.Config, "--data", _run.Data, "--run", _run["r2"], "--set", "search.batchSize=[30]")),
        Does.Contain("batchSize must be a multiple of the number of experts (4), found 30"));

    [Test]
    public void Data_EmptyFolder_Returns1()
    {
        Directory.CreateDirectory(_run["empty"]);

        var error = Expect(ExitCode.Failed, Alphamix.Run("train", _run.Config, "--data", _run["empty"], "--run", _run["r3"]));

        Assert.That(error, Does.Contain(_run["empty"]).And.Contains("expected a LEAN data folder"));
    }

    [Test]
    public void Data_TruncatedZip_Returns1AndNamesTheFile()
    {
        using var folder = new TemporaryFolder();
        CopyFolder(_run.Data, folder.Root);
        var zip = Directory.GetFiles(Path.Combine(folder.Root, "equity", "usa", "daily")).Order(StringComparer.Ordinal).First();
        File.WriteAllBytes(zip, File.ReadAllBytes(zip)[..200]);

        var error = Expect(ExitCode.Failed, Alphamix.Run("train", _run.Config, "--data", folder.Root, "--run", _run["r4"]));

        Assert.That(error, Does.Contain(zip));
    }

    [TestCase("20150105 00:00,100000,90000,80000,95000,10", TestName = "Data_HighBelowOpen_IsReportedByLine")]
    [TestCase("20150105 00:00,-1,90000,80000,85000,10", TestName = "Data_NegativePrice_IsReportedByLine")]
    [TestCase("20140103 00:00,100,100,100,100,10", TestName = "Data_DuplicateOrUnorderedDate_IsReportedByLine")]
    [TestCase("20150105 00:00,100000,nonsense,80000,95000,10", TestName = "Data_UnreadableNumber_IsReportedByLine")]
    public void Data_BadRow_IsReportedByFileAndLine_AndStrictReturns1(string row)
    {
        using var folder = new TemporaryFolder();
        CopyFolder(_run.Data, folder.Root);
        var zip = Directory.GetFiles(Path.Combine(folder.Root, "equity", "usa", "daily")).Order(StringComparer.Ordinal).First();
        var line = ReplaceLine(zip, "20150105", row);

        var lenient = Alphamix.Run("data", "check", "--data", folder.Root);
        var strict = Alphamix.Run("data", "check", "--data", folder.Root, "--strict");

        Assert.Multiple(() =>
        {
            Assert.That(lenient.Code, Is.EqualTo(ExitCode.Ok).Or.EqualTo(ExitCode.Failed));
            Assert.That(lenient.Output + lenient.Error, Does.Contain($".csv:{line}: "));
            Assert.That(strict.Code, Is.EqualTo(ExitCode.Failed));
        });
    }

    [TestCase("Date,Open,High,Low,Close,Volume\n2015-01-02,1,1,1,1,1\n", "Adj Close")]
    [TestCase("", "expected the columns date, open, high, low, close, Adj Close, volume")]
    public void Import_MissingColumn_Returns1(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["A.csv"], text);

        var error = Expect(ExitCode.Failed, Alphamix.Run("data", "import", "yahoo", folder.Root, "--data", folder["lean"]));

        Assert.That(error, Does.Contain("A.csv").And.Contains(expected));
        Assert.That(folder["lean"], Does.Not.Exist);
    }

    [Test]
    public void Import_EmptyFolder_Returns1()
    {
        using var folder = new TemporaryFolder();

        Expect(ExitCode.Failed, Alphamix.Run("data", "import", "yahoo", folder.Root, "--data", folder["lean"]));
    }

    [Test]
    public void Import_StrictWithABadRow_Returns1AndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["A.csv"], $"{YahooHeader}\n2015-01-02,1,1,1,1,1,5\n");
        File.WriteAllText(folder["B.csv"], $"{YahooHeader}\n2015-01-02,1,1,1,1,1,5\n2015-01-02,1,1,1,1,1,5\n");

        var error = Expect(ExitCode.Failed, Alphamix.Run("data", "import", "yahoo", folder.Root, "--data", folder["lean"], "--strict"));

        Assert.That(error, Does.Contain("B.csv:3"));
        Assert.That(folder["lean"], Does.Not.Exist);
    }

    [TestCase(0.3)]
    [TestCase(0.99)]
    public void Artifact_Cut_Returns1(double share)
    {
        var bytes = File.ReadAllBytes(_pool);
        File.WriteAllBytes(_run["cut.safetensors"], bytes[..(int)(bytes.Length * share)]);

        Assert.That(Expect(ExitCode.Failed, Alphamix.Run("inspect", _run["cut.safetensors"])), Does.Contain("cut.safetensors"));
    }

    [TestCase(0.001)]
    [TestCase(0.5)]
    [TestCase(0.999)]
    public void Artifact_OneByteFlipped_Returns1(double where)
    {
        var bytes = File.ReadAllBytes(_pool);
        bytes[(int)(bytes.Length * where)] ^= 4;
        File.WriteAllBytes(_run["flipped.safetensors"], bytes);

        Expect(ExitCode.Failed, Alphamix.Run("evaluate", _run["flipped.safetensors"], "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01"));
    }

    [Test]
    public void Pool_Missing_Returns2() => Assert.That(
        Expect(ExitCode.Usage, Alphamix.Run("inspect", _run["none.safetensors"])), Does.Contain("no such pool"));

    [Test]
    public void Demo_FolderThatIsNotADemo_IsRefusedAndKept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.txt"], "precious");

        Expect(ExitCode.Failed, Alphamix.Run("demo", "--out", folder.Root));

        Assert.That(File.ReadAllText(folder["mine.txt"]), Is.EqualTo("precious"));
    }

    private static string Expect(int code, Alphamix.Outcome outcome)
    {
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(code), outcome.Error);
            Assert.That(outcome.Error.TrimEnd('\n'), Is.Not.Empty.And.Not.Contains("\n").And.Not.Contains("   at "));
        });
        return outcome.Error;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Replaces the line that starts with a day; gives its number, from 1.</summary>
    private static int ReplaceLine(string zip, string day, string row)
    {
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        var entry = archive.Entries[0];
        string[] lines;
        using (var reader = new StreamReader(entry.Open()))
            lines = reader.ReadToEnd().Split('\n');
        var index = Array.FindIndex(lines, line => line.StartsWith(day, StringComparison.Ordinal));
        lines[index] = row;
        var name = entry.FullName;
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(string.Join('\n', lines));
        return index + 1;
    }
}

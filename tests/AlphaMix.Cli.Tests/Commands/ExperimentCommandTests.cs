using AlphaMix.Cli.Console;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Commands;

[TestFixture]
public class ExperimentCommandTests
{
    private static readonly string[] Few = ["--threads", "1", "--portfolios", "20", "--baseline", "MLP"];

    private SimulatedRun _run = null!;

    [OneTimeSetUp]
    public void Simulate() => _run = new SimulatedRun();

    [OneTimeTearDown]
    public void Remove() => _run.Dispose();

    [Test]
    public void Paper_OnAnotherMarket_MakesEveryTableAndFigure_AndASecondCallDoesNothingAgain()
    {
        var output = Paper("all", "--config", _run.Config, "--seeds", "2");
        var json = File.ReadAllText(_run["all/experiment.json"]);
        var tasks = Directory.GetFiles(_run["all/tasks"]).Length;

        var again = Paper("all", "--config", _run.Config, "--seeds", "2");

        var parsed = JObject.Parse(json);
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("2 independent seeds").And.Contains("Report"));
            Assert.That(parsed["tables"]!.Select(table => (string)table["id"]!), Is.SupersetOf(new[] { "table-3", "table-4", "table-5", "figure-9",
                "figure-10", "departures" }));
            Assert.That(parsed["figures"]!.Select(figure => (string)figure["id"]!), Is.SupersetOf(new[] { "figure-2", "figure-6-time-sr",
                "figure-7-alphamix", "figure-8", "figure-9-sr", "figure-10-sr" }));
            Assert.That(parsed["tables"]!.Concat(parsed["figures"]!).All(each => File.Exists(_run[$"all/csv/{each["id"]}.csv"])));
            Assert.That(File.ReadAllText(_run["all/report.html"]), Does.StartWith("<!DOCTYPE html>").And.Not.Contains("NaN")
                .And.Not.Contains("AlphaMix (R), paper"));
            Assert.That(again, Does.Contain($"{tasks} of {tasks} tasks were done before."));
            Assert.That(File.ReadAllText(_run["all/experiment.json"]), Is.EqualTo(json), "seconds too: they are those of the first call");
        });
    }

    [Test]
    public void Paper_OnlyOneFigure_DoesThatAlone()
    {
        Paper("only", "--config", _run.Config, "--seeds", "1", "--only", "figure10");

        Assert.That(Directory.GetFiles(_run["only/tasks"]).Select(Path.GetFileName), Is.All.StartsWith("experts-"));
        Assert.That(File.ReadAllText(_run["only/report.md"]), Does.Contain("Figure 10").And.Not.Contains("Table 3:"));
    }

    [Test]
    public void Paper_Interrupted_LeavesItsUnits_AndTheSameCommandGoesOn()
    {
        using (var process = Alphamix.Start(_run.Root, ["experiment", "paper", "--data", _run.Data, "--config", _run.Config, "--out", _run["killed"],
            "--seeds", "2", .. Few]))
        {
            while (!process.HasExited && (!Directory.Exists(_run["killed/tasks"]) || Directory.GetFiles(_run["killed/tasks"], "*.json").Length < 2))
                Thread.Sleep(5);
            process.Kill();
            process.WaitForExit();
        }

        var output = Paper("killed", "--config", _run.Config, "--seeds", "2");

        Assert.That(output, Does.Match("[0-9]+ of [0-9]+ tasks were done before"));
    }

    private static IEnumerable<TestCaseData> Unusable =>
    [
        new TestCaseData(new[] { "--switch", "no-such" }, ExitCode.Usage, "--switch no-such: expected one of full-sample-scale").SetName("unknown switch"),
        new TestCaseData(new[] { "--protocol", "as-published", "--switch", "ones-start" }, ExitCode.Usage, "switches all of them on").SetName("all and one"),
        new TestCaseData(new[] { "--protocol", "published" }, ExitCode.Usage, "published").SetName("unknown protocol"),
        new TestCaseData(new[] { "--only", "table9" }, ExitCode.Usage, "--only table9: expected one of table3").SetName("unknown part"),
        new TestCaseData(new[] { "--baseline", "GRU" }, ExitCode.Missing, "--baseline GRU: not there, found MLP, LightGBM, CatBoost, DNNE, DeepEns, HyperEns")
            .SetName("a baseline that is missing"),
        new TestCaseData(new[] { "--baseline", "ARIMA" }, ExitCode.Usage, "--baseline ARIMA: expected one of ALSTM").SetName("a baseline that is none"),
        new TestCaseData(new[] { "--device", "tpu" }, ExitCode.Usage, "--device must be cpu, cuda, cuda:N or torch-cpu, found tpu").SetName("unknown device"),
        new TestCaseData(new[] { "--seeds", "0" }, ExitCode.Usage, "--seeds must be at least 1").SetName("no seed"),
        new TestCaseData(new[] { "--cost-bps", "-1" }, ExitCode.Usage, "--cost-bps").SetName("a cost below nothing"),
        new TestCaseData(new[] { "--market", "sz50" }, ExitCode.Usage, "found no hourly prices; the default configuration is the paper's and needs the prices of SZ50")
            .SetName("other prices than the market's"),
        new TestCaseData(Array.Empty<string>(), ExitCode.Usage, "the default configuration is the paper's").SetName("other prices without a split")
    ];

    [TestCaseSource(nameof(Unusable))]
    public void Paper_Unusable_SaysWhy_AndMakesNoFolder(string[] more, int code, string message)
    {
        var outcome = Alphamix.Run(["experiment", "paper", "--data", _run.Data, "--out", _run["unusable"], .. more]);

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(code));
            Assert.That(outcome.Error, Does.Contain(message));
            Assert.That(_run["unusable"], Does.Not.Exist);
        });
    }

    [Test]
    public void Paper_OtherPricesWithoutASplit_GetsOneThatWorks()
    {
        var error = Alphamix.Run("experiment", "paper", "--data", _run.Data, "--out", _run["suggested"]).Error;
        var split = error[error.IndexOf("{ \"split\"", StringComparison.Ordinal)..].TrimEnd().TrimEnd('.');
        File.WriteAllText(_run["suggested.json"], split);

        var outcome = Alphamix.Run(
            ["experiment", "paper", "--data", _run.Data, "--config", _run["suggested.json"], "--out", _run["suggested"], "--seeds", "1", "--only",
                "table3", .. Few,
                "--set", "search.batchSize=[64]", "--set", "search.hiddenSize=[8]", "--set", "search.learningRate=[0.001]", "--set",
                    "training.epochs=1", "--set", "pool.topK=1"]);

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Ok), outcome.Error);
    }

    [Test]
    public void Paper_AnotherConfiguration_IsRefused()
    {
        Paper("refused", "--config", _run.Config, "--seeds", "1", "--only", "figure10");

        var outcome = Alphamix.Run(["experiment", "paper", "--data", _run.Data, "--config", _run.Config, "--out", _run["refused"], "--set",
            "training.epochs=4", .. Few]);

        Assert.That((outcome.Code, outcome.Error), Is.EqualTo((ExitCode.Failed, outcome.Error)));
        Assert.That(outcome.Error, Does.Contain("begun with another setting").And.Contains("\"epochs\": 3"));
    }

    [Test]
    public void Documentation_HasEverySwitch_EveryPart_AndWhatIsNotImplemented()
    {
        var page = File.ReadAllText(Path.Combine(AlphaMix.Testing.Repository.Root, "docs", "experiments.md"));

        Assert.Multiple(() =>
        {
            foreach (var name in DepartureCatalogue.Switches.Concat(DepartureCatalogue.NotImplemented).Select(each => each.Name))
                Assert.That(page, Does.Contain($"`{name}`"));
            foreach (var part in Enum.GetNames<ExperimentPart>())
                Assert.That(page, Does.Contain($"`{part.ToLowerInvariant()}`"));
        });
    }

    private string Paper(string folder, params string[] more) =>
        Alphamix.Do(["experiment", "paper", "--data", _run.Data, "--out", _run[folder], .. Few, .. more]);
}

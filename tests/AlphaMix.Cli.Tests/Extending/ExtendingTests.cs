using System.Reflection;
using AlphaMix.Cli.Console;
using AlphaMix.Testing;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Extending;

/// <summary>The examples of docs/extending.md, compiled outside the repository, from the configuration to the report.</summary>
[TestFixture]
public class ExtendingTests
{
    private SimulatedRun _run = null!;
    private string _extension = null!;
    private string _pool = null!;

    [OneTimeSetUp]
    public void BuildAndTrain()
    {
        _run = new SimulatedRun();
        _extension = OutsideAssembly.Build(_run["extension"]);
        File.Copy(Path.Combine(OutsideAssembly.Source, "config.json"), _run.Config, overwrite: true);
        _pool = _run.Train("run", "--extension", _extension);
    }

    [OneTimeTearDown]
    public void Clean() => _run.Dispose();

    [Test]
    public void Assembly_IsOfNoFriend_AndBringsNothingOfOurs()
    {
        var friends = new[] { "Core", "Training", "Evaluation" }
            .Select(name => Assembly.Load($"AlphaMix.{name}"))
            .SelectMany(each => each.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>())
            .Select(friend => friend.AssemblyName);

        Assert.Multiple(() =>
        {
            Assert.That(friends, Has.None.EqualTo("MyAlpha"));
            Assert.That(Directory.GetFiles(Path.GetDirectoryName(_extension)!, "*.dll").Select(Path.GetFileName), Is.EqualTo(new[] { "MyAlpha.dll" }));
        });
    }

    [Test]
    public void Inspect_NamesWhatTheArtifactNeeds()
    {
        var output = Alphamix.Do("inspect", _pool, "--extension", _extension, "--json", _run["i.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["i.json"]));
        Assert.Multiple(() =>
        {
            Assert.That((int)json["formatVersion"]!, Is.EqualTo(3));
            Assert.That(json.ToString(), Does.Contain("overnight").And.Contain("aboveMargin").And.Contain("inverseRank"));
            Assert.That(output, Does.Contain("trimmedMean").And.Contain("leaning"));
        });
    }

    [Test]
    public void Evaluate_HasTheRouterTheForecasterTheRuleAndTheCosts()
    {
        Evaluate("--cost-model", "thinMarket,bps=8,usualVolume=2e7", "--cost-model", "proportional,bps=2", "--json", _run["e.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["e.json"]));
        Assert.Multiple(() =>
        {
            foreach (var strategy in new[] { "V", "R", "W", "S", "trimmedMean", "leaning" })
                Assert.That(json[strategy]?["net"], Is.Not.Null, strategy);
            Assert.That((double)json["trimmedMean"]!["expertsUsed"]!, Is.EqualTo(16));
            Assert.That((string)json["options"]!["rule"]!["name"]!, Is.EqualTo("inverseRank"));
            Assert.That((int)json["options"]!["rule"]!["parameters"]!["names"]!, Is.EqualTo(3));
            Assert.That((string)json["options"]!["costModel"]!["name"]!, Is.EqualTo("thinMarket"));
            Assert.That((double)json["options"]!["costBps"]!, Is.EqualTo(8));
            Assert.That((double)json["V"]!["costs"]![0]!["costBps"]!, Is.EqualTo(2));
        });
    }

    [Test]
    public void Evaluate_SharesAPortfolioByTheMixture()
    {
        Evaluate("--mixture", "equalRisk", "--router", "trimmedMean,leaning", "--json", _run["x.json"]);

        var mixture = JObject.Parse(File.ReadAllText(_run["x.json"]))["mixture:equalRisk"]!["mixture"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string)mixture["name"]!, Is.EqualTo("equalRisk"));
            Assert.That(mixture["shares"]!.Sum(share => (double)share.First!["last"]!), Is.EqualTo(1).Within(1e-12));
            Assert.That((double)mixture["shares"]!["leaning"]!["mean"]!, Is.InRange(0.2, 0.8).And.Not.EqualTo(0.5));
        });
    }

    [Test]
    public void Predict_RanksByTheRouter()
    {
        Alphamix.Do("predict", _pool, "--data", _run.Data, "--date", "2015-08-03", "--router", "trimmedMean", "--extension", _extension, "--json", _run["p.json"]);

        var ranking = JObject.Parse(File.ReadAllText(_run["p.json"]))["ranking"]!.Select(entry => (double)entry["probabilityUp"]!["trimmedMean"]!).ToArray();
        Assert.That(ranking, Is.Ordered.Descending);
        Assert.That(ranking, Has.Length.GreaterThan(10));
    }

    [Test]
    public void Report_HasTheSection_ItsChartAndItsJson()
    {
        Alphamix.Do(
            "report", Path.GetDirectoryName(_pool)!, "--data", _run.Data, "--extension", _extension, "--cost-model", "thinMarket", "--json", _run["r.json"]);

        var report = Path.Combine(Path.GetDirectoryName(_pool)!, "report");
        var page = File.ReadAllText(Path.Combine(report, "report.html"));
        var table = File.ReadAllLines(Path.Combine(report, "csv", "trading-costs-yearly.csv"));
        var chart = File.ReadAllLines(Path.Combine(report, "csv", "trading-costs-paid.csv"));
        var section = JObject.Parse(File.ReadAllText(_run["r.json"]))["sections"]!["trading-costs"]!;
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(report, "report.md")), Does.Contain("## What trading costs").And.Contain("thinMarket"));
            Assert.That(page, Does.Match("(?s)<h3>Costs paid so far</h3>.*?<figure id=\"trading-costs-paid\">.*?class=\"line s5\".*?class=\"line ew\".*?</figure>"));
            Assert.That(table, Has.Length.EqualTo(7));
            Assert.That(chart[0], Is.EqualTo("series,day,value,sd"));
            Assert.That(chart.Skip(1).Select(line => line.Split(',')[0]).Distinct(), Is.EqualTo(new[] { "V", "R", "W", "S", "leaning", "trimmedMean", "1/N" }));
            Assert.That(chart.Where(line => line.StartsWith("V,")).Select(line => double.Parse(line.Split(',')[2])), Is.Ordered.And.All.InRange(0, 100));
            Assert.That((double)section["values"]!["expectedBps"]!, Is.EqualTo(5));
            Assert.That(section["tables"]!["trading-costs-yearly"]!.Select(row => $"{row["Strategy"]},{row["Turnover"]:R},{row["Cost a year"]:R}"), Is.EqualTo(table.Skip(1)));
        });
    }

    [Test]
    public void Evaluate_HasTheSectionInItsJson()
    {
        Evaluate("--router", "V", "--cost-bps", "10", "--json", _run["s.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["s.json"]));
        Assert.That((double)json["sections"]!["trading-costs"]!["values"]!["expectedBps"]!, Is.EqualTo(10));
        var row = json["sections"]!["trading-costs"]!["tables"]!["trading-costs-yearly"]!.Single();
        Assert.That((double)row["Cost a year"]!, Is.EqualTo(2 * (double)json["V"]!["turnover"]! * 252 * 10 / 10_000).Within(1e-12));
    }

    [Test]
    public void Experiment_HasTheBaseline()
    {
        File.WriteAllText(_run["paper.json"], SimulatedRun.Configuration);

        Alphamix.Do(
            "experiment", "paper", "--data", _run.Data, "--config", _run["paper.json"], "--out", _run["paper"], "--seeds", "1", "--portfolios", "20",
            "--baseline", "Stump", "--only", "table3", "--extension", _extension);

        Assert.That(File.ReadAllText(_run["paper/report.md"]), Does.Contain("| Stump |"));
    }

    [Test]
    public void Backtest_InTheRealLauncher_RanksAsEvaluateDoes()
    {
        if (!File.Exists(Path.Combine(Environment.GetEnvironmentVariable("LEAN_LAUNCHER_DIR") ?? "", "QuantConnect.Lean.Launcher.dll")))
            Assert.Ignore("LEAN_LAUNCHER_DIR names no folder with QuantConnect.Lean.Launcher.dll.");
        var storage = Path.Combine(AlphaMix.Testing.Repository.Root, "storage", "extending-tests");
        Directory.CreateDirectory(storage);
        try
        {
            File.Copy(_pool, Path.Combine(storage, "pool.safetensors"), overwrite: true);
            var output = Backtest("--param", "pool=extending-tests/pool.safetensors", "--param", "scores=extending-tests/scores.csv");
            Evaluate("--router", "trimmedMean", "--scores", _run["scores.csv"]);

            Assert.That(output, Does.Contain("simulator, router trimmedMean").And.Contain("thinMarket costs (bps 8, usualVolume 20000000)"));
            Assert.That(output, Does.Match(@"Total Fees\s+\$0\.00"));
            var traded = File.ReadAllLines(Path.Combine(storage, "scores.csv"));
            Assert.That(traded, Has.Length.GreaterThan(1000));
            Assert.That(traded, Is.EqualTo(File.ReadAllLines(_run["scores.csv"])));
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }

    private string Backtest(params string[] more)
    {
        var home = Environment.GetEnvironmentVariable("ALPHAMIX_HOME");
        Environment.SetEnvironmentVariable("ALPHAMIX_HOME", AlphaMix.Testing.Repository.Root);
        try
        {
            return Alphamix.Do(
            [
                "backtest", "--extension", _extension, "--data", _run.Data, "--from", "2015-07-01", "--to", "2015-12-31", "--out", _run["backtest"],
                "--param", "router=trimmedMean", "--cost-model", "thinMarket,bps=8,usualVolume=2e7", .. more
            ]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ALPHAMIX_HOME", home);
        }
    }

    private static IEnumerable<TestCaseData> Without =>
    [
        new TestCaseData(new[] { "evaluate", "POOL", "--from", "2015-07-01" }, "'overnight'").SetName("a pool without its extension"),
        new TestCaseData(new[] { "train", "CONFIG", "--run", "other" }, "'overnight'").SetName("a configuration without its extension"),
        new TestCaseData(new[] { "evaluate", "POOL", "--cost-model", "thinMarkets", "--extension", "FILE" }, "There is no cost model 'thinMarkets'; known: proportional, thinMarket")
            .SetName("an unknown cost model"),
        new TestCaseData(new[] { "evaluate", "POOL", "--cost-model", "thinMarket,bips=1", "--extension", "FILE" }, "There is no parameter 'bips'")
            .SetName("an unknown parameter"),
        new TestCaseData(new[] { "evaluate", "POOL", "--cost-model", "thinMarket,5", "--extension", "FILE" }, "expected name=value, found '5'")
            .SetName("a parameter without a name"),
        new TestCaseData(new[] { "evaluate", "POOL", "--cost-model", "thinMarket", "--cost-bps", "5", "--extension", "FILE" }, "--cost-model and --cost-bps exclude each other")
            .SetName("two kinds of costs"),
        new TestCaseData(new[] { "evaluate", "POOL", "--extension", "none.dll" }, "no such file").SetName("a file that is not there"),
        new TestCaseData(new[] { "evaluate", "POOL", "--extension", "FILE", "--extension", "FILE" }, "There is a feature function 'overnight' already")
            .SetName("a name that is taken"),
        new TestCaseData(new[] { "backtest", "--extension", "none.dll" }, "none.dll: no such file").SetName("a backtest with a file that is not there"),
        new TestCaseData(new[] { "backtest", "--extension", "FILE", "--param", "extension=x.dll" }, "--extension and --param extension=... name the same parameter")
            .SetName("a backtest with two lists of extensions")
    ];

    [TestCaseSource(nameof(Without))]
    public void Unusable_SaysWhichName(string[] command, string message)
    {
        var outcome = Alphamix.Run([.. command.Select(each => each switch { "POOL" => _pool, "CONFIG" => _run.Config, "FILE" => _extension, _ => each }), "--data", _run.Data]);

        Assert.That(outcome.Code, Is.Not.EqualTo(ExitCode.Ok));
        Assert.That(outcome.Error, Does.Contain(message));
    }

    private string Evaluate(params string[] more) =>
        Alphamix.Do(["evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--extension", _extension, .. more]);
}

using AlphaMix.Cli.Console;
using AlphaMix.Testing;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Commands;

/// <summary>A walk-forward from the command line: dated pools, an evaluation over all folds, and a resumption that trains nothing twice.</summary>
[TestFixture]
public class WalkForwardTests
{
    private const string Configuration = """
        {
          "profile": "practical",
          "split": { "trainFrom": "2014-01-01", "validationFrom": "2015-01-01", "testFrom": "2015-03-01", "testTo": "2015-12-01" },
          "walkForward": { "stepMonths": 6 },
          "training": { "epochs": 1 },
          "pool": { "initialisations": 2 }
        }
        """;

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Train()
    {
        _folder = new TemporaryFolder();
        Alphamix.Do("data", "simulate", "--data", _folder["data"], "--instruments", "48", "--from", "2014-01-01", "--to", "2015-12-31");
        File.WriteAllText(_folder["practical.json"], Configuration);
        Alphamix.Do("train", _folder["practical.json"], "--walk-forward", "--data", _folder["data"], "--run", _folder["run"], "--threads", "2");
    }

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public void Train_LeavesDatedPools_AndTheirIndex()
    {
        var index = JObject.Parse(File.ReadAllText(_folder["run/storage/alphamix/index.json"]));

        Assert.That(index["pools"]!.Select(pool => (string)pool["from"]!), Is.EqualTo(new[] { "2015-03-01", "2015-09-01" }));
        foreach (var pool in index["pools"]!)
            Assert.That(_folder["run/storage/alphamix/" + (string)pool["key"]!], Does.Exist);
    }

    [Test]
    public void Evaluate_TradesAllFolds_BesidePriorAndRidge()
    {
        Alphamix.Do("evaluate", _folder["run"], "--data", _folder["data"], "--json", _folder["evaluation.json"], "--threads", "2");

        var json = JObject.Parse(File.ReadAllText(_folder["evaluation.json"]));
        Assert.Multiple(() =>
        {
            Assert.That((string)json["span"]!["from"]!, Is.EqualTo("2015-03-02"));
            Assert.That((string)json["options"]!["rule"]!["name"]!, Is.EqualTo("rankBuffer"));
            Assert.That(json["folds"]!.Select(fold => (string)fold["from"]!), Is.EqualTo(new[] { "2015-03-01", "2015-09-01" }));
            Assert.That(((JObject)json["comparators"]!).Properties().Select(one => one.Name), Is.EqualTo(new[] { "pool", "prior", "ridge" }));
            Assert.That(json["V"]!["costs"]!.Select(at => (double)at["costBps"]!), Is.EqualTo(new[] { 0.0, 5, 10 }));
            Assert.That((double)json["V"]!["turnover"]!, Is.InRange(0.02, 0.2));
            Assert.That((double)json["V"]!["verdict"]!["level"]!, Is.EqualTo(0.01));
        });
    }

    [Test]
    public void Evaluate_BeforeTheSecondPool_KnowsTheFirstOnesInstrumentsAlone()
    {
        string[] days = ["--data", _folder["data"], "--to", "2015-09-01"];
        Alphamix.Do(["evaluate", _folder["run"], .. days, "--json", _folder["part.json"]]);
        Alphamix.Do(["evaluate", _folder["run/storage/alphamix/2015-03-01/pool.safetensors"], .. days, "--json", _folder["alone.json"]]);

        var (part, alone) = (JObject.Parse(File.ReadAllText(_folder["part.json"])), JObject.Parse(File.ReadAllText(_folder["alone.json"])));

        // A pool alone is dated from the day after its last price, which may be a weekend before the fold's first day.
        Assert.That(part.Remove("folds") && alone.Remove("folds"));
        Assert.That(part.ToString(), Is.EqualTo(alone.ToString()));
        Assert.That(Universe("2015-03-01"), Is.Not.EqualTo(Universe("2015-09-01")), "or the test would see nothing");
    }

    [Test]
    public void Report_OfAWalkForwardRun_IsAFolder_WithThePoolsThatTraded()
    {
        var printed = Alphamix.Do("report", _folder["run"], "--data", _folder["data"], "--out", _folder["report"], "--level", "0.2", "--threads", "2");

        Assert.Multiple(() =>
        {
            Assert.That(printed, Does.Contain("after 10 basis points a side").And.Contain("report.html"));
            Assert.That(File.ReadAllText(_folder["report/report.md"]), Does.Contain("2 dated pools").And.Contain("80\u00a0%"));
            Assert.That(File.ReadLines(_folder["report/csv/pools.csv"]).Skip(1).Select(line => line.Split(',')[0]), Is.EqualTo(new[] { "2015-03-01", "2015-09-01" }));
            Assert.That(File.ReadLines(_folder["report/csv/days.csv"]).Last(), Does.StartWith("1/N,10,2015-11-30,"));
        });
    }

    [Test]
    public void Evaluate_OneFoldsPool_WithAReport_WritesThePage()
    {
        Alphamix.Do(
            "evaluate", _folder["run/storage/alphamix/2015-03-01/pool.safetensors"], "--data", _folder["data"], "--to", "2015-09-01", "--cost-bps", "5",
            "--report", _folder["fold.html"], "--threads", "2");

        Assert.That(File.ReadAllText(_folder["fold.html"]), Does.Contain("5 basis points").And.Not.Contain("NaN"));
    }

    [Test]
    public void Train_Resumed_TrainsNoFoldTwice_AndGivesTheSameBytes()
    {
        var pool = _folder["run/storage/alphamix/2015-09-01/pool.safetensors"];
        var before = File.ReadAllBytes(pool);
        File.Delete(_folder["run/folds/2015-09-01/pool.safetensors"]);

        Alphamix.Do("train", _folder["practical.json"], "--walk-forward", "--resume", "--data", _folder["data"], "--run", _folder["run"], "--threads", "1");

        Assert.That(File.ReadAllBytes(pool), Is.EqualTo(before));
    }

    [Test]
    public void Evaluate_BeforeTheFirstPool_SaysFromWhenItTrades()
    {
        var outcome = Alphamix.Run("evaluate", _folder["run"], "--data", _folder["data"], "--from", "2014-06-02");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain("2015-03-01"));
    }

    [Test]
    public void Evaluate_WithAnOptionOfTheDailyStrategy_SaysThatItIsNotHeard()
    {
        var outcome = Alphamix.Run("evaluate", _folder["run"], "--data", _folder["data"], "--top-k", "3");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.StartWith("--top-k"));
    }

    private int Universe(string from)
    {
        var inspected = _folder[$"inspected-{from}.json"];
        Alphamix.Do("inspect", _folder[$"run/storage/alphamix/{from}/pool.safetensors"], "--json", inspected);
        return JObject.Parse(File.ReadAllText(inspected))["universe"]!.Count();
    }
}

using System.Security.Cryptography;
using AlphaMix.Cli.Console;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Commands;

/// <summary>A journal that predict keeps day by day, and how it is checked and judged.</summary>
[TestFixture]
public class JournalCommandTests
{
    private static readonly string[] Days =
        ["2015-07-01", "2015-07-02", "2015-07-06", "2015-07-07", "2015-07-08", "2015-07-09", "2015-07-10", "2015-07-13", "2015-07-14", "2015-07-15"];

    private SimulatedRun _run = null!;
    private string _pool = null!;
    private string _whole = null!;

    [OneTimeSetUp]
    public void Predict()
    {
        _run = new SimulatedRun();
        _pool = _run.Train();
        _whole = _run["whole.jsonl"];
        foreach (var day in Days)
            Predict(_whole, day, $"{day}T20:30:00Z");
    }

    [OneTimeTearDown]
    public void Clean() => _run.Dispose();

    [Test]
    public void Judged_HasTheFiguresOfThePool()
    {
        var output = Alphamix.Do(Evaluate(_whole, "--json", _run["journal.json"]));
        Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--fill", "NextOpen", "--router", "V", "--from", Days[0], "--to", "2015-07-16", "--json",
            _run["pool.json"]);

        var (journal, pool) = (JObject.Parse(File.ReadAllText(_run["journal.json"])), JObject.Parse(File.ReadAllText(_run["pool.json"])));
        Assert.Multiple(() =>
        {
            Assert.That((int)journal["journal"]!["judged"]!, Is.EqualTo(Days.Length));
            Assert.That((bool)journal["journal"]!["isEvidence"]!, Is.True);
            Assert.That(pool["journal"], Is.Null);
            Assert.That(output, Does.Contain($"{Days.Length} entries, {Days.Length} judged, 0 left out").And.Not.Contain("NO EVIDENCE"));
        });
        journal.Remove("journal");
        foreach (var own in new[] { "expertsUsed", "disagreement" })
        {
            ((JObject)journal["V"]!).Remove(own);
            ((JObject)pool["V"]!).Remove(own);
        }

        Assert.That(journal.ToString(), Is.EqualTo(pool.ToString()));
    }

    [Test]
    public void AnEntryWrittenAfterTheNextOpen_IsLeftOut_AndSaid()
    {
        var late = _run["late.jsonl"];
        Predict(late, Days[0], $"{Days[0]}T20:30:00Z");
        Predict(late, Days[1], "2015-07-06T13:30:00Z");
        foreach (var day in Days[2..])
            Predict(late, day, $"{day}T20:30:00Z");

        var output = Alphamix.Do(Evaluate(late, "--json", _run["late.json"]));

        var json = JObject.Parse(File.ReadAllText(_run["late.json"]))["journal"]!;
        Assert.Multiple(() =>
        {
            Assert.That((int)json["judged"]!, Is.EqualTo(Days.Length - 1));
            Assert.That((string)json["leftOut"]![0]!["reason"]!, Is.EqualTo("written too late: its decision fills at 2015-07-06 13:30 UTC"));
            Assert.That((int)json["daysWithout"]!, Is.EqualTo(1));
            Assert.That(output, Does.Contain("Left out: line 2, 2015-07-02, written 2015-07-06 13:30:00 UTC: written too late"));
        });
    }

    [Test]
    public void AChangedDigit_IsNamed_AndNothingBehindItIsJudged()
    {
        var lines = File.ReadAllLines(_whole);
        lines[7] = lines[7].Replace("0.5", "0.6", StringComparison.Ordinal);
        File.WriteAllText(_run["changed.jsonl"], string.Join('\n', lines) + "\n");

        var check = Alphamix.Run("journal", "check", _run["changed.jsonl"]);
        var append = PredictAt(_run["changed.jsonl"], "2015-07-16", "2015-07-16T20:30:00Z");
        var output = Alphamix.Do(Evaluate(_run["changed.jsonl"]));

        Assert.Multiple(() =>
        {
            Assert.That(check.Code, Is.EqualTo(ExitCode.Failed));
            Assert.That(check.Error, Does.Contain("broken at line 8: hash: expected ").And.Contain($"found {lines[7][^66..^2]}"));
            Assert.That(append.Code, Is.EqualTo(ExitCode.Failed));
            Assert.That(append.Error, Does.Contain("broken at line 8"));
            Assert.That(File.ReadAllLines(_run["changed.jsonl"]), Is.EqualTo(lines));
            Assert.That(output, Does.Contain("7 entries, 7 judged").And.Contain("broken at line 8").And.Contain("The 3 line(s) from there on are not judged."));
        });
    }

    [Test]
    public void Check_AHeadNotedEarlier_FindsAFileThatWasCut()
    {
        var lines = File.ReadAllLines(_whole);
        File.WriteAllText(_run["cut.jsonl"], string.Join('\n', lines[..5]) + "\n");

        var whole = Alphamix.Do("journal", "check", _whole, "--head", lines[7][^66..^2]);
        Alphamix.Do("journal", "check", _run["cut.jsonl"]);
        var cut = Alphamix.Run("journal", "check", _run["cut.jsonl"], "--head", lines[7][^66..^2]);

        Assert.That(whole, Does.Contain("The chain is whole.").And.Contain("is the hash of line 8, 2015-07-13."));
        Assert.That(cut.Code, Is.EqualTo(ExitCode.Failed));
        Assert.That(cut.Error, Does.Contain("the journal was cut before it, or rewritten"));
    }

    [Test]
    public void Predict_ADayNotLater_IsRefused_AndTheFileKept()
    {
        var before = File.ReadAllText(_whole);

        var outcome = PredictAt(_whole, Days[^1], "2015-07-20T20:30:00Z");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Failed));
        Assert.That(outcome.Error, Does.Contain("day: expected one later than 2015-07-15, the last entry's, found 2015-07-15"));
        Assert.That(File.ReadAllText(_whole), Is.EqualTo(before));
    }

    [Test]
    public void Predict_ADayOfTheFit_IsRefused()
    {
        var outcome = PredictAt(_run["insample.jsonl"], "2015-03-02", "2015-03-02T21:30:00Z");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain("entered the pool's fit"));
    }

    [Test]
    public void Entry_HasTheHashOfThePoolsFile()
    {
        var entry = JObject.Parse(File.ReadLines(_whole).First());

        Assert.That((string)entry["pool"]!, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_pool)))));
        Assert.That((string)entry["origin"]!, Is.EqualTo("predict"));
    }

    [Test]
    public void Show_ListsEntries_AndADay()
    {
        Assert.That(Alphamix.Do("journal", "show", _whole), Does.Contain("2015-07-06 20:30:00").And.Contain("Predict"));
        Assert.That(Alphamix.Do("journal", "show", _whole, "--date", Days[2]).Split('\n'), Has.Length.EqualTo(16 + 3));
    }

    [Test]
    public void Evaluate_WhenAllIsLate_SaysWhatHelps()
    {
        var outcome = Alphamix.Run("evaluate", _pool, "--data", _run.Data, "--journal", _whole, "--fill", "Close");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Failed));
        Assert.That(outcome.Error, Does.Contain("no entry can be judged. 10 of 10: written too late").And.Contain("pass --fill NextOpen"));
    }

    [TestCase("--journal and --top-k exclude each other", "--journal", "J", "--top-k", "2")]
    [TestCase("--journal: expected one --router", "--journal", "J", "--router", "V,R")]
    [TestCase("--include-backtest: it is for --journal alone.", "--include-backtest")]
    [TestCase("--session: expected hours and a time zone, such as \"09:30-16:00 America/New_York\", found \"9-5\".", "--journal", "J", "--session", "9-5")]
    [TestCase("J: no such journal.", "--journal", "J")]
    public void Evaluate_WhatCannotBeUsed_IsSaid(string expected, params string[] args)
    {
        var outcome = Alphamix.Run(["evaluate", _pool, "--data", _run.Data, .. args]);

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.StartWith(expected));
    }

    private string[] Evaluate(string journal, params string[] more) =>
        ["evaluate", _pool, "--data", _run.Data, "--journal", journal, "--fill", "NextOpen", .. more];

    private void Predict(string journal, string day, string written)
    {
        var outcome = PredictAt(journal, day, written);
        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Ok), outcome.Error);
    }

    private Alphamix.Outcome PredictAt(string journal, string day, string written) => Alphamix.RunAt(
        written, "predict", _pool, "--data", _run.Data, "--date", day, "--journal", journal);
}

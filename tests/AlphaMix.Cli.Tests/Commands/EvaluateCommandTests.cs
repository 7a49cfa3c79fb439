using AlphaMix.Cli.Console;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Commands;

[TestFixture]
public class EvaluateCommandTests
{
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

    [Test]
    public void Evaluate_Json_HasEveryFigureOfEveryRouter()
    {
        Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--cost-bps", "5", "--json", _run["e.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["e.json"]));
        Assert.Multiple(() =>
        {
            Assert.That((string)json["span"]!["from"]!, Is.EqualTo("2015-07-01"));
            Assert.That((int)json["span"]!["days"]!, Is.EqualTo(127));
            Assert.That((int)json["instruments"]!, Is.EqualTo(16));
            foreach (var router in new[] { "V", "R", "W", "S" })
            {
                var figures = json[router]!;
                foreach (var metric in new[] { "TR", "SR", "CR", "SoR", "VOL", "DD", "MDD" })
                    Assert.That(figures["paper"]![metric]!.Type, Is.EqualTo(JTokenType.Float), $"{router}.paper.{metric}");
                foreach (var figure in new[] { "compounded", "net", "accuracy", "ic", "rankIc", "icir", "turnover", "expertsUsed", "percentileAmongRandom", "percentileAmongPermuted" })
                    Assert.That(figures[figure], Is.Not.Null, $"{router}.{figure}");
            }

            foreach (var statistic in new[] { "mean", "sd", "p05", "p50", "p95" })
                Assert.That(json["randomTopK"]!["SR"]![statistic], Is.Not.Null, statistic);
            Assert.That(json["equalWeight"]!["paper"]!["SR"], Is.Not.Null);
            Assert.That((double)json["V"]!["expertsUsed"]!, Is.EqualTo(16));
            Assert.That((double)json["S"]!["expertsUsed"]!, Is.EqualTo(4));
            Assert.That((double)json["V"]!["disagreement"]!["pairwise"]!, Is.InRange(0.01, 0.6));
            Assert.That((int)json["validationUses"]!["topK"]!, Is.EqualTo(2));
        });
    }

    [Test]
    public void Evaluate_OneRouter_ReportsItAlone_AndWritesThePage()
    {
        var output = Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--router", "w", "--top-k", "2",
            "--report", _run["e.html"]);

        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("the top 2 each day").And.Contain("\nW "));
            Assert.That(output, Does.Not.Contain("\nR "));
            Assert.That(File.ReadAllText(_run["e.html"]), Does.Contain("<svg").And.Not.Contain("<script"));
        });
    }

    [Test]
    public void Evaluate_ReportIntoAFolder_HasThePageTheTextAndTheCsvFiles()
    {
        var output = Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--level", "0.05", "--report", _run["e"], "--json", _run["e.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["e.json"]));
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(_run["e/report.html"]), Does.Contain("Information in the scores"));
            Assert.That(File.ReadAllText(_run["e/report.md"]), Does.Contain("## Information in the scores"));
            Assert.That(File.ReadLines(_run["e/csv/router-trace.csv"]).Count(), Is.GreaterThan(4 * 4 * 127));
            Assert.That(output, Does.Contain("Capacity: 5 % of trades reach 1 %").And.Contain("probability of overfitting"));
            Assert.That((double)json["V"]!["verdict"]!["level"]!, Is.EqualTo(0.05));
            Assert.That((double)json["V"]!["capacity"]!["byVolume"]![1]!["capital"]!, Is.Positive);
            Assert.That((double)json["backtestOverfitting"]!["validation"]!["probability"]!, Is.InRange(0, 1));
        });
    }

    [Test]
    public void Evaluate_Mixtures_AreStrategiesLikeOthers()
    {
        var output = Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--cost-bps", "5", "--router", "V,W,S",
            "--mixture", "record, halfLifeDays=30", "--mixture", "equal", "--mixture", "equal", "--report", _run["m"], "--json", _run["m.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["m.json"]));
        var (record, equal) = (json["mixture:record,halfLifeDays=30"]!, json["mixture:equal"]!);
        var shares = record["mixture"]!["shares"]!;
        Assert.Multiple(() =>
        {
            Assert.That(shares.Children<JProperty>().Select(share => share.Name), Is.EqualTo(new[] { "S", "V", "W" }));
            Assert.That(shares.Children<JProperty>().Sum(share => (double)share.Value["mean"]!), Is.EqualTo(1).Within(1e-12));
            Assert.That((double)shares["V"]!["lowest"]!, Is.LessThan(1 / 3.0));
            Assert.That((double)equal["mixture"]!["shares"]!["V"]!["highest"]!, Is.EqualTo(1 / 3.0).Within(1e-12));
            Assert.That((double)record["mixture"]!["parameters"]!["halfLifeDays"]!, Is.EqualTo(30));
            Assert.That((double)record["percentileAmongPermutedNet"]!, Is.InRange(0, 1));
            Assert.That(record["verdict"], Is.Not.Null);
            Assert.That(record["ic"]!.Type, Is.EqualTo(JTokenType.Null));
            Assert.That(record["percentileAmongRandom"]!.Type, Is.EqualTo(JTokenType.Null));
            Assert.That(json["V"]!["mixture"], Is.Null);
            Assert.That(output, Does.Contain("mixture:equal: mean shares S 33 %, V 33 %, W 33 %; on the last day S 33 %"));
            Assert.That(File.ReadAllText(_run["m/report.md"]), Does.Contain("## Shares in mixtures").And.Contain("divided by the mixture record (halfLifeDays 30, sharpness 1) among S, V and W"));
            Assert.That(File.ReadLines(_run["m/csv/mixture-shares.csv"]).Count(), Is.EqualTo(7));
            Assert.That(File.ReadLines(_run["m/csv/days.csv"]).Count(line => line.StartsWith("mixture:equal,", StringComparison.Ordinal)), Is.EqualTo(127));
        });
    }

    [TestCase("leader", "V", "--mixture leader: a mixture divides a portfolio among the strategies of at least two routers, found V alone. This pool has V, R, W, S")]
    [TestCase("leaders", "V,W", "There is no strategy mixture 'leaders'; known: equal, leader, record.")]
    [TestCase("record,halfLife=3", "V,W", "--mixture record,halfLife=3: There is no parameter 'halfLife'; known: halfLifeDays, sharpness.")]
    [TestCase("record,sharpness=-1", "V,W", "--mixture record,sharpness=-1: sharpness must be finite and not negative, found -1.")]
    public void Evaluate_AMixtureThatCannotBe_SaysWhy(string mixture, string routers, string message)
    {
        var outcome = Alphamix.Run(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--router", routers, "--mixture", mixture);

        Assert.That(outcome.Code, Is.Not.EqualTo(ExitCode.Ok));
        Assert.That(outcome.Error, Does.StartWith(message));
    }

    [Test]
    public void Evaluate_LevelOutOfRange_IsRefused()
    {
        var outcome = Alphamix.Run("evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--level", "1");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.StartWith("--level must lie in (0, 1), found 1."));
    }

    [Test]
    public void Report_OfARun_CoversItsTestSpan()
    {
        var output = Alphamix.Do("report", Path.GetDirectoryName(_pool)!, "--data", _run.Data, "--json", _run["r.json"]);

        var json = JObject.Parse(File.ReadAllText(_run["r.json"]));
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("edge").And.Contain("report.html"));
            Assert.That(Path.Combine(Path.GetDirectoryName(_pool)!, "report", "report.html"), Does.Exist);
            Assert.That((string)json["span"]!["from"]!, Is.EqualTo("2015-07-01"));
            Assert.That((string)json["span"]!["to"]!, Is.EqualTo("2015-12-30"));
            Assert.That((double)json["options"]!["costBps"]!, Is.EqualTo(5));
        });
    }

    [Test]
    public void Report_APoolWithoutARun_SaysWhatToDo()
    {
        Directory.CreateDirectory(_run["bare"]);
        File.Copy(_pool, _run["bare/pool.safetensors"], overwrite: true);

        var outcome = Alphamix.Run("report", _run["bare"], "--data", _run.Data);

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain("found no config.json").And.Contain("evaluate --report"));
    }

    [Test]
    public void Report_DaysThePoolWasFittedOn_IsRefused()
    {
        var outcome = Alphamix.Run("report", Path.GetDirectoryName(_pool)!, "--data", _run.Data, "--from", "2015-03-01");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain("fitted on prices through 2015-06-30"));
    }

    [Test]
    public void Evaluate_Scores_AreThoseThatPredictGives()
    {
        Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--router", "R", "--scores", _run["scores.csv"]);
        Alphamix.Do("predict", _pool, "--data", _run.Data, "--date", "2015-08-03", "--router", "r", "--json", _run["day.json"]);

        var ranking = JObject.Parse(File.ReadAllText(_run["day.json"]))["ranking"]!
            .Select(entry => FormattableString.Invariant($"2015-08-03,{entry["instrument"]},{entry["rank"]},{(double)entry["probabilityUp"]!["R"]!:R}"));
        var lines = File.ReadAllLines(_run["scores.csv"]);
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Is.EqualTo("date,instrument,rank,probability_up,experts"));
            Assert.That(lines.Where(line => line.StartsWith("2015-08-03", StringComparison.Ordinal)).Select(line => line[..line.LastIndexOf(',')]), Is.EqualTo(ranking));
            Assert.That(lines[^1], Does.StartWith("2015-12-31,"));
        });
    }

    [TestCase("evaluate", "--from", "2015-07-01")]
    [TestCase("predict", "--date", "2015-08-03")]
    public void UnknownRouter_IsRefused_WithThoseThereAre(string command, string option, string day)
    {
        var outcome = Alphamix.Run(command, _pool, "--data", _run.Data, option, day, "--router", "x");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain("--router x: this pool has V, R, W, S."));
    }

    [Test]
    public void Evaluate_SeveralPools_GivesMeanAndDeviation()
    {
        var other = _run.Train("other", "--seed", "2");

        var output = Alphamix.Do(
            "evaluate", _pool, other, "--data", _run.Data, "--from", "2015-07-01", "--to", "2016-01-01", "--json", _run["pools.json"]);

        var pools = (JArray)JObject.Parse(File.ReadAllText(_run["pools.json"]))["pools"]!;
        var ratios = pools.Select(pool => (double)pool["V"]!["paper"]!["SR"]!).ToArray();
        var mean = ratios.Average();
        var deviation = Math.Abs(ratios[0] - ratios[1]) / Math.Sqrt(2);
        Assert.Multiple(() =>
        {
            Assert.That(ratios, Has.Length.EqualTo(2).And.Unique);
            Assert.That(output, Does.Contain(FormattableString.Invariant($" {mean:0.00} +- {deviation:0.00} ")));
        });
    }

    [Test]
    public void Evaluate_InSampleDaysAlone_AreEvaluatedOnRequest()
    {
        Alphamix.Do(
            "evaluate", _pool, "--data", _run.Data, "--from", "2015-03-02", "--to", "2015-06-01", "--allow-in-sample", "--json", _run["in.json"]);

        var span = JObject.Parse(File.ReadAllText(_run["in.json"]))["span"]!;
        Assert.That((string)span["from"]!, Is.EqualTo("2015-03-02"));
        Assert.That((string)span["to"]!, Is.EqualTo("2015-05-29"));
    }

    [Test]
    public void Evaluate_DaysThePoolWasFittedOn_IsRefusedWithBothDates()
    {
        var outcome = Alphamix.Run("evaluate", _pool, "--data", _run.Data, "--from", "2015-03-01", "--to", "2016-01-01");

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
            Assert.That(outcome.Error, Does.Contain("--from 2015-03-01: the pool was fitted on prices through 2015-06-30"));
            Assert.That(
                Alphamix.Run("evaluate", _pool, "--data", _run.Data, "--from", "2015-03-01", "--to", "2016-01-01", "--allow-in-sample").Code,
                Is.EqualTo(ExitCode.Ok));
        });
    }

    [Test]
    public void Predict_ADay_RanksByProbability_AndReadsNothingLater()
    {
        Alphamix.Do("predict", _pool, "--data", _run.Data, "--date", "2015-08-03", "--json", _run["p.json"]);
        var before = JObject.Parse(File.ReadAllText(_run["p.json"]))["ranking"]!;
        var probabilities = before.Select(entry => (double)entry["probabilityUp"]!["V"]!).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(probabilities, Has.Length.GreaterThan(10));
            Assert.That(probabilities, Is.Ordered.Descending);
            Assert.That(before.Select(entry => (int)entry["rank"]!), Is.EqualTo(Enumerable.Range(1, probabilities.Length)));
        });
    }

    [Test]
    public void Predict_AHoliday_SaysSo()
    {
        var outcome = Alphamix.Run("predict", _pool, "--data", _run.Data, "--date", "2015-07-04");

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.StartWith("--date 2015-07-04: no instrument has a full window that ends on this day."));
    }

    [Test]
    public void Inspect_Pool_SaysSpansGroupsAndRouters()
    {
        var output = Alphamix.Do("inspect", _pool, "--json", _run["i.json"]);

        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("Fitted through   2015-06-30").And.Contain("Router W").And.Contain("zd30"));
            Assert.That((string)JObject.Parse(File.ReadAllText(_run["i.json"]))["fittedThrough"]!, Is.EqualTo("2015-06-30"));
        });
    }
}

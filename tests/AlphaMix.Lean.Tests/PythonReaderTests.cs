using System.Diagnostics;
using System.Globalization;
using System.Text;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Lean.Tests;

/// <summary>The numpy reader of notebooks gives the probabilities of the library, and refuses what it cannot read.</summary>
public class PythonReaderTests
{
    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly To = new(2020, 6, 30);
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];
    private static readonly string? Python = Array.Find(Pythons, python => Has(python, "numpy"));

    private static readonly (string Name, Func<Bar, double> Value)[] Prices =
    [
        ("open", bar => bar.Open), ("high", bar => bar.High), ("low", bar => bar.Low), ("close", bar => bar.Close), ("volume", bar => bar.Volume)
    ];

    private TemporaryFolder _folder = null!;
    private int _files;

    [OneTimeSetUp]
    public void NeedsPython()
    {
        _folder = new TemporaryFolder();
        if (Python is null)
            Assert.Ignore("No python3 with numpy is on the path: the reader of notebooks was not run.");
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("V")]
    [TestCase("R")]
    [TestCase("W")]
    [TestCase("S")]
    public void DailyPool_HasTheProbabilitiesOfEveryRouter(string router)
    {
        var series = Series(instruments: 12);
        AssertSame(Trained(series), series, router);
    }

    [TestCase("V")]
    [TestCase("R")]
    [TestCase("W")]
    public void PoolWithTrees_HasTheProbabilitiesOfEveryRouterThatAsksThem(string router)
    {
        var series = Series(instruments: 12);
        AssertSame(TestPool.WithTrees(series), series, router);
    }

    [TestCase(ScalerKind.PerInstrument)]
    [TestCase(ScalerKind.CrossSectional)]
    public void Scalers_AreThoseOfTheLibrary(ScalerKind scaler)
    {
        var series = Series(instruments: 12);
        AssertSame(TestPool.For(series, scaler, fittedThrough: From.AddDays(-1)), series, "V");
    }

    [Test]
    public void PracticalPool_HasTheProbabilitiesOfResidualFeatures()
    {
        var series = Series(instruments: 44);
        AssertSame(
            TestPool.For(series, ScalerKind.None, fittedThrough: From.AddDays(-1), features: FeatureSpec.ResidualV1(), rule: new RankBuffer(), priorWeight: 0.5),
            series, "V");
    }

    [Test]
    public void Notebook_RunsAsItStands_AndAFrameIsScoredAsArraysAre()
    {
        if (Array.Find(Pythons, python => Has(python, "pandas")) is not { } python)
        {
            Assert.Ignore("No python3 with pandas is on the path: the notebook was not run.");
            return;
        }

        var run = Run($"""
            import json, alphamix, numpy
            pool, scope = {Quote(Write(TestPool.For(Series(instruments: 5))))}, {"{}"}
            for cell in json.load(open({Quote(Path.Combine(Repository.Root, "docs", "examples", "research.ipynb"))}))["cells"]:
                if cell["cell_type"] == "code":
                    exec("".join(cell["source"]).replace("../../storage/alphamix/pool.safetensors", pool), scope)
            frame, bars = scope["scores"]["V"], scope["bars"]
            arrays = dict((name, dict(((column, own[column]) for column in own), time=own.index.get_level_values(1)))
                          for name, own in bars.groupby(level=0))
            times, names, scores = alphamix.read(pool).score(arrays, last=20)
            numpy.testing.assert_array_equal(frame.to_numpy(), scores)
            print(list(frame.columns) == names, (frame.index == times).all(), frame.notna().sum().sum())
            """, python);

        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Output.Trim(), Is.EqualTo("True True 100"), "20 days of 5 instruments");
    }

    [Test]
    public void DamagedArtifact_IsRefused()
    {
        var file = Write(TestPool.For(Series(instruments: 4)));
        var bytes = File.ReadAllBytes(file);
        bytes[^5] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.That(Run($"import alphamix; alphamix.read({Quote(file)})").Error, Does.Contain("is damaged: its checksum is another"));
    }

    [Test]
    public void MissingColumn_IsNamed()
    {
        var file = Write(TestPool.For(Series(instruments: 4)));

        Assert.That(
            Run($"import alphamix; alphamix.read({Quote(file)}).score({{'ABC': {{'open': [1], 'time': ['2020-01-02']}}}})").Error,
            Does.Contain("bars of ABC: no high, low, close, volume; expected time, open"));
    }

    private static bool Has(string python, string module)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import " + module]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static BarSeries[] Series(int instruments)
    {
        var simulator = new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = instruments,
            From = new DateOnly(2018, 1, 2),
            To = new DateOnly(2020, 7, 31),
            Sectors = 2,
            HaltProbability = 0.01,
            ZeroVolumeProbability = 0.01
        });
        return [.. Enumerable.Range(0, instruments).Select(i => simulator.Simulate(i).Daily)];
    }

    private static Pool Trained(BarSeries[] series) => new PoolTrainer(ConfigurationFile.Parse("""
        {
          "split": { "trainFrom": "2018-01-02", "validationFrom": "2019-07-01", "testFrom": "2020-01-02", "testTo": "2020-07-01" },
          "search": { "batchSize": [32], "hiddenSize": [16], "learningRate": [1e-3, 3e-3] }, "training": { "epochs": 2 },
          "pool": { "topK": 2, "initialisations": 2 }
        }
        """, "test"), new SimdGroupTrainer(), threads: 1).Train(series).Pool;

    private void AssertSame(Pool pool, BarSeries[] series, string router)
    {
        var scorer = new TimelineScorer([new(From, To.AddDays(1), pool)], series, threads: 1);
        var sheet = scorer.Probabilities(router);
        var run = Run($"""
            import alphamix
            bars = {Bars(series)}
            times, names, scores = alphamix.read({Quote(Write(pool))}).score(bars, {Quote(router)})
            for d, time in enumerate(times):
                for i, name in enumerate(names):
                    if scores[d, i] == scores[d, i]:
                        print(str(time)[:10], name, repr(float(scores[d, i])))
            """);
        Assert.That(run.Error, Is.Empty);
        var found = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(
            parts => (parts[0], parts[1]), parts => double.Parse(parts[2], CultureInfo.InvariantCulture));
        var compared = 0;
        for (var day = scorer.Span.First; day < scorer.Span.First + scorer.Span.Count; day++)
        {
            for (var i = 0; i < scorer.Grid.InstrumentCount; i++)
            {
                var key = ($"{scorer.Grid.Days[day]:yyyy-MM-dd}", scorer.Grid.Instruments[i]);
                Assert.That(found.ContainsKey(key), Is.EqualTo(!double.IsNaN(sheet[day, i])), $"{key}");
                if (double.IsNaN(sheet[day, i]))
                    continue;
                Assert.That(found[key], Is.EqualTo(sheet[day, i]).Within(1e-6), $"{key}");
                compared++;
            }
        }

        Assert.That(compared, Is.GreaterThan(100 * series.Length));
    }

    private string Write(Pool pool)
    {
        var file = _folder[$"{_files++}.safetensors"];
        PoolArtifact.Write(pool, file);
        return file;
    }

    /// <summary>Writes Adjusted bars as a dict of dicts of lists.</summary>
    private static string Bars(BarSeries[] series)
    {
        var text = new StringBuilder("{");
        foreach (var each in series)
        {
            var bars = each.Bars.ToArray();
            text.Append(CultureInfo.InvariantCulture, $"'{each.Instrument}': {{'time': [{string.Join(',', bars.Select(bar => $"'{bar.Day:yyyy-MM-dd}'"))}]");
            foreach (var (name, value) in Prices)
                text.Append(CultureInfo.InvariantCulture, $", '{name}': [{string.Join(',', bars.Select(bar => value(bar).ToString("R", CultureInfo.InvariantCulture)))}]");
            text.Append("},\n");
        }

        return text.Append('}').ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal)}'";

    private (string Output, string Error) Run(string script, string? python = null)
    {
        var file = _folder[$"{_files++}.py"];
        File.WriteAllText(file, script);
        var start = new ProcessStartInfo(python ?? Python!, [file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONPATH"] = Path.Combine(Repository.Root, "AlphaModels", "AlphaMix.Lean", "python");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, error.Result);
    }
}

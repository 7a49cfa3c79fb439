using System.Globalization;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Scoring;
using QuantConnect;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests;

/// <summary>The strategy in LEAN's engine, on a simulated market: the same probabilities and picks as the project's own, to the last digit that matters.</summary>
[NonParallelizable]
public class AlphaMixStrategyTests
{
    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly To = new(2020, 6, 30);

    private TemporaryFolder _folder = null!;
    private Pool _pool = null!;
    private TimelineScorer _scorer = null!;
    private EngineRun _run = null!;
    private Dictionary<(DateOnly Day, string Instrument), (int Rank, double Probability)> _said = null!;

    [OneTimeSetUp]
    public void Run()
    {
        _folder = new TemporaryFolder();
        var data = _folder["data"];
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 12, From = new DateOnly(2019, 6, 3), To = new DateOnly(2020, 7, 31), Sectors = 2, HaltProbability = 0.01, ZeroVolumeProbability = 0.01
        }).Write(data);
        var prices = PriceFolder.Open(data);
        var series = PriceLoader.Load(prices, new DataOptions { Instruments = prices.Instruments(BarResolution.Daily) }, new IntegrityReport(), threads: 2);
        _pool = TestPool.For(series, topK: 3, fittedThrough: new DateOnly(2019, 12, 31));
        var storage = _folder["storage"];
        Directory.CreateDirectory(Path.Combine(storage, "alphamix"));
        PoolArtifact.Write(_pool, Path.Combine(storage, "alphamix", "pool.safetensors"));

        _run = EngineRun.Run("AlphaMixStrategy", data, storage, _folder["results"], new Dictionary<string, string>
        {
            ["from"] = Text(From), ["to"] = Text(To), ["cost-per-order"] = "0", ["scores"] = "alphamix/scores.csv"
        });
        _scorer = new TimelineScorer([new(From, To.AddDays(1), _pool)], series, threads: 2);
        _said = Scores(Path.Combine(storage, "alphamix", "scores.csv"));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Backtest_Completes() => Assert.That(_run.Status, Is.EqualTo(AlgorithmStatus.Completed), _run.Error);

    [Test]
    public void Orders_AreSentEveryDay_AndNoneIsInvalid()
    {
        Assert.Multiple(() =>
        {
            Assert.That(_run.Orders, Has.Count.GreaterThan(_scorer.Span.Count));
            Assert.That(_run.Orders.Where(order => order.Status == OrderStatus.Invalid), Is.Empty);
            Assert.That(_run.Orders.Where(order => order.Type != OrderType.MarketOnOpen), Is.Empty);
        });
    }

    [Test]
    public void Probabilities_EqualTheScorers()
    {
        var expected = Expected();

        Assert.That(_said.Keys, Is.SupersetOf(expected.Keys));
        Assert.That(expected.Max(pair => Math.Abs(pair.Value - _said[pair.Key].Probability)), Is.LessThan(1e-6));
    }

    [Test]
    public void Picks_EqualTheScorers()
    {
        var expected = Expected().GroupBy(pair => pair.Key.Day).ToDictionary(
            day => day.Key,
            day => day.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Instrument, StringComparer.Ordinal)
                .Take(_pool.Manifest.TopK).Select(pair => pair.Key.Instrument).ToArray());

        foreach (var (day, picks) in expected)
        {
            var said = _said.Where(pair => pair.Key.Day == day && pair.Value.Rank <= _pool.Manifest.TopK).OrderBy(pair => pair.Value.Rank).Select(pair => pair.Key.Instrument);
            Assert.That(said, Is.EqualTo(picks), Text(day));
        }
    }

    [Test]
    public void Backtest_ThatStartsInSample_EndsWithBothDates()
    {
        var run = EngineRun.Run("AlphaMixStrategy", _folder["data"], _folder["storage"], _folder["in-sample"], new Dictionary<string, string>
        {
            ["from"] = "2019-12-02", ["to"] = "2020-01-31"
        });

        Assert.That(run.Status, Is.EqualTo(AlgorithmStatus.RuntimeError));
        Assert.That(run.Error, Does.Contain("2019-12-02").And.Contain("2019-12-31"));
    }

    [TestCase("topk", "3", "Parameter topk: AlphaMixStrategy has no such parameter; it has allow-in-sample, cash,")]
    [TestCase("top-k", "three", "Parameter top-k: expected a whole number, found 'three'.")]
    public void Backtest_WithAParameterItCannotUse_EndsWithItsName(string name, string value, string error)
    {
        var run = EngineRun.Run("AlphaMixStrategy", _folder["data"], _folder["storage"], _folder[name], new Dictionary<string, string> { [name] = value });

        Assert.That(run.Status, Is.Not.EqualTo(AlgorithmStatus.Completed));
        Assert.That(run.Error, Does.Contain(error));
    }

    private Dictionary<(DateOnly Day, string Instrument), double> Expected()
    {
        var sheet = _scorer.Probabilities(RouterNames.Average);
        var expected = new Dictionary<(DateOnly, string), double>();
        for (var day = 0; day < _scorer.Span.Count; day++)
        {
            for (var i = 0; i < _scorer.Grid.InstrumentCount; i++)
            {
                if (!double.IsNaN(sheet[day, i]))
                    expected.Add((_scorer.Grid.Days[day], _scorer.Grid.Instruments[i]), sheet[day, i]);
            }
        }

        Assert.That(expected, Has.Count.GreaterThan(1000));
        return expected;
    }

    internal static Dictionary<(DateOnly Day, string Instrument), (int Rank, double Probability)> Scores(string file) => !File.Exists(file) ? [] : File.ReadLines(file).Skip(1)
        .Select(line => line.Split(','))
        .ToDictionary(
            parts => (DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), parts[1]),
            parts => (int.Parse(parts[2], CultureInfo.InvariantCulture), double.Parse(parts[3], CultureInfo.InvariantCulture)));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Scoring;
using QuantConnect;
using QuantConnect.Orders;

namespace AlphaMix.Lean.EngineTests;

/// <summary>A rank buffer in LEAN's engine with two dated pools in one backtest: the simulator's scores, ranks and holdings, day by day.</summary>
[NonParallelizable]
public class RankBufferStrategyTests
{
    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly Second = new(2020, 4, 1);
    private static readonly DateOnly To = new(2020, 6, 30);
    private static readonly RankBuffer Rule = new();

    private TemporaryFolder _folder = null!;
    private TimelineScorer _scorer = null!;
    private EngineRun _run = null!;
    private IReadOnlyList<BarSeries> _series = null!;
    private Dictionary<(DateOnly Day, string Instrument), (int Rank, double Probability)> _said = null!;

    [OneTimeSetUp]
    public void Run()
    {
        _folder = new TemporaryFolder();
        var data = _folder["data"];
        // No bars without volume: LEAN fills orders at them, the simulator does not.
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 48, From = new DateOnly(2018, 6, 1), To = new DateOnly(2020, 7, 31), Sectors = 4, HaltProbability = 0.004, ZeroVolumeProbability = 0, LateListingShare = 0.05
        }).Write(data);
        var prices = PriceFolder.Open(data);
        var series = _series = PriceLoader.Load(prices, new DataOptions(), new IntegrityReport(), threads: 2);
        DatedPool[] pools = [Dated(series, From, Second, 5), Dated(series, Second, DateOnly.MaxValue, 6)];
        var storage = _folder["storage"];
        foreach (var (from, _, pool) in pools)
        {
            Directory.CreateDirectory(Path.Combine(storage, "alphamix", PoolIndex.Text(from)));
            PoolArtifact.Write(pool, Path.Combine(storage, "alphamix", PoolIndex.Text(from), "pool.safetensors"));
        }

        var index = new PoolIndex(pools.Select(dated => new PoolIndexEntry(dated.From, dated.Pool.Manifest.FittedThrough, $"{PoolIndex.Text(dated.From)}/pool.safetensors")));
        File.WriteAllBytes(Path.Combine(storage, "alphamix", PoolIndex.FileName), index.ToBytes());

        _run = EngineRun.Run("AlphaMixStrategy", data, storage, _folder["results"], new Dictionary<string, string>
        {
            ["pool"] = "alphamix/index.json", ["to"] = Text(To), ["cost-per-order"] = "0", ["cash"] = "100000000", ["scores"] = "alphamix/scores.csv"
        });
        _scorer = new TimelineScorer(pools, series, threads: 2, to: To.AddDays(1));
        _said = AlphaMixStrategyTests.Scores(Path.Combine(storage, "alphamix", "scores.csv"));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Backtest_Completes_AndNoOrderIsInvalid()
    {
        Assert.That(_run.Status, Is.EqualTo(AlgorithmStatus.Completed), _run.Error);
        Assert.That(_run.Orders.Where(order => order.Status == OrderStatus.Invalid), Is.Empty);
    }

    [Test]
    public void Ranks_EqualTheSimulators_OnBothPoolsDays()
    {
        var scores = _scorer.Scores(RouterNames.Average);
        var average = new ScoreAverage(Rule.ScoreDays);
        var today = new double[_scorer.Grid.InstrumentCount];
        var compared = 0;
        for (var day = 0; day < _scorer.Span.Count; day++)
        {
            var names = Enumerable.Range(0, _scorer.Grid.InstrumentCount).Where(i => !double.IsNaN(scores[day, i])).ToArray();
            for (var i = 0; i < today.Length; i++)
                today[i] = scores[day, i];
            average.Add(today);
            var expected = names.OrderByDescending(average.Value).ThenBy(i => i).Select(i => _scorer.Grid.Instruments[i]).ToArray();
            var said = _said.Where(pair => pair.Key.Day == _scorer.Grid.Days[day]).OrderBy(pair => pair.Value.Rank).Select(pair => pair.Key.Instrument).ToArray();
            Assert.That(said, Is.EqualTo(expected), Text(_scorer.Grid.Days[day]));
            compared += expected.Length;
        }

        Assert.That(compared, Is.GreaterThan(5000));
    }

    [Test]
    public void Probabilities_EqualThePoolsInForce()
    {
        var scores = _scorer.Probabilities(RouterNames.Average);
        foreach (var day in new[] { From, Second.AddDays(-1), Second, To.AddDays(-1) }.Select(date => _scorer.Grid.Days.ToList().FindIndex(own => own >= date)))
        {
            var expected = Enumerable.Range(0, _scorer.Grid.InstrumentCount).Where(i => !double.IsNaN(scores[day, i])).OrderByDescending(i => scores[day, i]).Select(i => _scorer.Grid.Instruments[i]);
            var said = _said.Where(pair => pair.Key.Day == _scorer.Grid.Days[day]).OrderByDescending(pair => pair.Value.Probability).Select(pair => pair.Key.Instrument);
            Assert.That(said, Is.EqualTo(expected), Text(_scorer.Grid.Days[day]));
        }
    }

    [Test]
    public void Holdings_EqualTheSimulators_DayByDay() => HoldingsCheck.AssertEqual(_run, _scorer);

    [Test]
    public void RetrainingStrategy_TrainsInsideLean_AndTradesEachPoolFromItsDay()
    {
        var run = EngineRun.Run("RetrainingStrategy", _folder["data"], _folder["storage"], _folder["retraining"], new Dictionary<string, string>
        {
            ["from"] = Text(From), ["to"] = Text(To), ["months"] = "3", ["history-days"] = "380", ["cost-per-order"] = "0", ["cost-bps"] = "1", ["scores"] = "alphamix/retrained.csv"
        }, project: "Retraining");

        Assert.That(run.Status, Is.EqualTo(AlgorithmStatus.Completed), run.Error);
        Assert.That(run.Orders.Where(order => order.Status == OrderStatus.Invalid), Is.Empty);
        Assert.That(run.Orders.Count(order => order.Status == OrderStatus.Filled), Is.GreaterThan(100));
        var said = AlphaMixStrategyTests.Scores(Path.Combine(_folder["storage"], "alphamix", "retrained.csv"));
        Assert.That(said.Keys.Select(key => key.Day).Distinct().Count(), Is.EqualTo(_scorer.Span.Count));

        // The pool of a day is what the trainer makes of the bars before that day, and nothing else.
        foreach (var from in new[] { From, Second })
        {
            var scorer = new TimelineScorer([new(from, from.AddDays(1), Retrained(from))], _series, threads: 2);
            var sheet = scorer.Probabilities(RouterNames.Average);
            for (var i = 0; i < scorer.Grid.InstrumentCount; i++)
            {
                if (!double.IsNaN(sheet[0, i]))
                    Assert.That(said[(from, scorer.Grid.Instruments[i])].Probability, Is.EqualTo(sheet[0, i]).Within(1e-6), $"{from} {scorer.Grid.Instruments[i]}");
            }
        }
    }

    /// <summary>Trains as the algorithm does, from the data folder.</summary>
    private Pool Retrained(DateOnly today)
    {
        var days = _series.SelectMany(each => each.Bars.ToArray()).Select(bar => bar.Day).Where(day => day < today).Distinct().Order().TakeLast(380).ToArray();
        BarSeries[] series = [.. _series.Select(each => new BarSeries(each.Instrument, each.Resolution, [.. each.Bars.ToArray().Where(bar => bar.Day >= days[0] && bar.Day < today)])).Where(each => each.Count > 0)];
        var configuration = ConfigurationFile.Parse(
            $$"""{ "profile": "practical", "split": { "trainFrom": "{{Text(days[0])}}", "validationFrom": "{{Text(today.AddDays(-91))}}", "testFrom": "{{Text(today)}}", "testTo": "{{Text(today.AddDays(1))}}" } }""", "test");
        return new PoolTrainer(configuration, new Training.Groups.Trainers.SimdGroupTrainer(), threads: 1).Train(series).Pool;
    }

    private static DatedPool Dated(IReadOnlyList<BarSeries> series, DateOnly from, DateOnly to, long seed) => new(from, to, TestPool.For(
        series, ScalerKind.None, fittedThrough: from.AddDays(-1), features: FeatureSpec.ResidualV1(), rule: Rule, priorWeight: 0.5, seed: seed));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

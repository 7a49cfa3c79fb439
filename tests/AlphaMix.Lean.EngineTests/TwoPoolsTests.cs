using System.Globalization;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Scoring;
using QuantConnect;

namespace AlphaMix.Lean.EngineTests;

/// <summary>A mixture of two pools in LEAN's engine has, day by day, the simulator's shares and holds what the simulator holds.</summary>
[NonParallelizable]
public class TwoPoolsTests
{
    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly To = new(2020, 6, 30);

    private TemporaryFolder _folder = null!;
    private IReadOnlyList<BarSeries> _series = null!;

    [OneTimeSetUp]
    public void WriteMarket()
    {
        _folder = new TemporaryFolder();
        var data = _folder["data"];
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 45, From = new DateOnly(2018, 9, 3), To = new DateOnly(2020, 7, 31), Sectors = 3, HaltProbability = 0, ZeroVolumeProbability = 0
        }).Write(data);
        _series = PriceLoader.Load(PriceFolder.Open(data), new DataOptions(), new IntegrityReport(), threads: 2);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public void TwoPools_ShareAsInTheSimulator(bool isDaily)
    {
        IPortfolioRule rule = isDaily ? new DailyTopK { TopK = 5 } : new RankBuffer();
        Pool[] pools = [Pool(rule, seed: 5), Pool(rule, seed: 6)];
        var storage = _folder[$"storage-{isDaily}"];
        foreach (var (name, pool) in new[] { "first", "second" }.Zip(pools))
        {
            Directory.CreateDirectory(Path.Combine(storage, name));
            PoolArtifact.Write(pool, Path.Combine(storage, name, "pool.safetensors"));
        }

        var run = EngineRun.Run(nameof(TwoPoolsAlgorithm), _folder["data"], storage, storage + "-results", new Dictionary<string, string>
        {
            ["tickers"] = string.Join(';', _series.Select(each => each.Instrument))
        }, "AlphaMix.Lean.EngineTests");

        Assert.That(run.Status, Is.EqualTo(AlgorithmStatus.Completed), run.Error);
        TimelineScorer[] scorers = [.. pools.Select(pool => new TimelineScorer([new(From, To.AddDays(1), pool)], _series, threads: 2))];
        var simulator = new Simulator(scorers[0].Grid, scorers[0].Span, FillRule.NextOpen);
        var mix = new MixedPortfolio(
            new RecordMixture { HalfLifeDays = 20, Sharpness = 2 }, [.. scorers.Select(scorer => simulator.Rank(scorer.Scores(RouterNames.Average), scorer.Rules))]);
        var simulation = simulator.Run(mix, new ProportionalCosts { Bps = new AlphaMixAlphaModelOptions().CostBps });
        var shares = Shares(Path.Combine(storage, "shares.csv"));
        for (var day = 0; day < simulation.Days.Length; day++)
            Assert.That(shares[simulation.Days[day]], Is.EqualTo(simulation.Shares[day]).Within(1e-12), $"{simulation.Days[day]}");

        Assert.That(simulation.Shares.Select(day => day[0]).Distinct().Count(), Is.GreaterThan(100));
        HoldingsCheck.AssertEqual(run, simulator.Grid, simulation);
    }

    private static Dictionary<DateOnly, double[]> Shares(string file) => File.ReadLines(file).Select(line => line.Split(',')).ToDictionary(
        parts => DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        parts => parts[1..].Select(share => double.Parse(share, CultureInfo.InvariantCulture)).ToArray());

    private Pool Pool(IPortfolioRule rule, long seed) => TestPool.For(
        _series, ScalerKind.None, fittedThrough: From.AddDays(-1), features: FeatureSpec.ResidualV1(), rule: rule, priorWeight: rule is RankBuffer ? 0.5 : null,
        seed: seed);
}

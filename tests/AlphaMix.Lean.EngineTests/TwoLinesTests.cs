using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Lean.Tests;
using AlphaMix.Testing;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Scoring;
using QuantConnect;

namespace AlphaMix.Lean.EngineTests;

/// <summary>README's two lines in LEAN's engine hold, day by day, what the simulator holds, whatever the pool.</summary>
[NonParallelizable]
public class TwoLinesTests
{
    private static readonly DateOnly From = new(2020, 1, 2);
    private static readonly DateOnly Second = new(2020, 4, 1);
    private static readonly DateOnly To = new(2020, 6, 30);

    private TemporaryFolder _folder = null!;
    private IReadOnlyList<BarSeries> _series = null!;

    [OneTimeSetUp]
    public void WriteMarket()
    {
        _folder = new TemporaryFolder();
        var data = _folder["data"];
        // No bars without volume: LEAN fills orders at them, the simulator does not.
        new MarketSimulator(new MarketSimulatorOptions
        {
            Instruments = 45, From = new DateOnly(2018, 9, 3), To = new DateOnly(2020, 7, 31), Sectors = 3, HaltProbability = 0, ZeroVolumeProbability = 0, LateListingShare = 0.05
        }).Write(data);
        _series = PriceLoader.Load(PriceFolder.Open(data), new DataOptions(), new IntegrityReport(), threads: 2);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    private static IEnumerable<TestCaseData> Rules()
    {
        yield return new TestCaseData(new DailyTopK { TopK = 5 }).SetName("{m}(daily)");
        yield return new TestCaseData(new DailyTopK { TopK = 5, Buffer = true }).SetName("{m}(daily with buffer)");
        yield return new TestCaseData(new RankBuffer()).SetName("{m}(rank buffer)");
    }

    [TestCaseSource(nameof(Rules))]
    public void SinglePool_HoldsWhatTheSimulatorHolds(IPortfolioRule rule)
    {
        var pool = Pool(From, rule, seed: 5);
        var storage = _folder[$"single-{rule.GetHashCode()}"];
        Directory.CreateDirectory(Path.Combine(storage, "alphamix"));
        PoolArtifact.Write(pool, Path.Combine(storage, "alphamix", "pool.safetensors"));

        Check(storage, [new(From, To.AddDays(1), pool)]);
    }

    [TestCaseSource(nameof(Rules))]
    public void DatedPools_HoldWhatTheSimulatorHolds(IPortfolioRule rule) => CheckDated(rule, rule);

    [TestCaseSource(nameof(RulesOfTwoPools))]
    public void DatedPools_WithOtherParameters_HoldWhatTheSimulatorHolds(IPortfolioRule first, IPortfolioRule second) => CheckDated(first, second);

    private static IEnumerable<TestCaseData> RulesOfTwoPools()
    {
        yield return new TestCaseData(new DailyTopK { TopK = 5 }, new DailyTopK { TopK = 8 }).SetName("{m}(daily, more names)");
        yield return new TestCaseData(new RankBuffer { HoldFraction = 0.4 }, new RankBuffer()).SetName("{m}(rank buffer, fewer names)");
        yield return new TestCaseData(new RankBuffer(), new RankBuffer { ExpectedTurnover = 0.5 }).SetName("{m}(rank buffer that falls back)");
    }

    private void CheckDated(IPortfolioRule first, IPortfolioRule second)
    {
        DatedPool[] pools = [new(From, Second, Pool(From, first, seed: 5)), new(Second, To.AddDays(1), Pool(Second, second, seed: 6))];
        var storage = _folder[$"dated-{first.GetHashCode()}-{second.GetHashCode()}"];
        foreach (var (from, _, pool) in pools)
        {
            Directory.CreateDirectory(Path.Combine(storage, "alphamix", PoolIndex.Text(from)));
            PoolArtifact.Write(pool, Path.Combine(storage, "alphamix", PoolIndex.Text(from), "pool.safetensors"));
        }

        var entries = pools.Select(dated => new PoolIndexEntry(dated.From, dated.Pool.Manifest.FittedThrough, $"{PoolIndex.Text(dated.From)}/pool.safetensors"));
        File.WriteAllBytes(Path.Combine(storage, "alphamix", PoolIndex.FileName), new PoolIndex(entries).ToBytes());

        Check(storage, pools);
    }

    private void Check(string storage, DatedPool[] pools)
    {
        var run = EngineRun.Run(nameof(TwoLinesAlgorithm), _folder["data"], storage, storage + "-results", new Dictionary<string, string>
        {
            ["tickers"] = string.Join(';', _series.Select(each => each.Instrument))
        }, "AlphaMix.Lean.EngineTests");

        Assert.That(run.Status, Is.EqualTo(AlgorithmStatus.Completed), run.Error);
        HoldingsCheck.AssertEqual(run, new TimelineScorer(pools, _series, threads: 2));
    }

    private Pool Pool(DateOnly from, IPortfolioRule rule, long seed) => TestPool.For(
        _series, ScalerKind.None, fittedThrough: from.AddDays(-1), features: FeatureSpec.ResidualV1(), rule: rule,
        priorWeight: rule is RankBuffer ? 0.5 : null, seed: seed);
}

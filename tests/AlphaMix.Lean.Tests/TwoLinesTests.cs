using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Scoring;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Tests;

/// <summary>README's two lines trade every pool as the simulator does, day by day, with nothing set by hand.</summary>
public class TwoLinesTests
{
    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime Second = new(2020, 2, 3);
    private static readonly DateTime To = new(2020, 3, 20);
    private static readonly DateOnly Begin = new(2018, 9, 4);
    private const double Halts = 0.004;

    // Where a side is full, what is left for a name that enters depends on the last move of prices.
    private const double Dust = 0.005;

    private static IEnumerable<TestCaseData> Rules()
    {
        yield return Case(new DailyTopK { TopK = 5 }, 5, "daily");
        yield return Case(new DailyTopK { TopK = 5, Buffer = true }, 5, "daily with buffer");
        yield return Case(new DailyTopK { TopK = 5, LongShort = true }, 10, "daily long-short");
        yield return Case(new RankBuffer(), 10, "rank buffer");
        yield return Case(new RankBuffer { MaxTurnover = 0.05 }, 10, "rank buffer with a turnover limit");
        yield return Case(new RankBuffer { LongShort = true, ScoreDays = 3 }, 20, "rank buffer long-short");
        yield return Case(new RankBuffer { ExpectedTurnover = 0.5 }, 40, "rank buffer that falls back");
        yield return Case(new EqualWeight(), 40, "1 over N");

        // The simulator sizes at the fill and knows who is halted then, LEAN at the close before: names agree, sizes may not.
        yield return Case(new DailyTopK { TopK = 5 }, 5, "daily, halts", Halts);
        yield return Case(new DailyTopK { TopK = 5, Buffer = true }, 5, "daily with buffer, halts", Halts);
        yield return Case(new RankBuffer(), 10, "rank buffer, halts", Halts);
        yield return Case(new RankBuffer { MinUniverse = 45 }, 10, "rank buffer that falls back at times, halts", Halts);
        yield return Case(new EqualWeight(), 40, "1 over N, halts", Halts);

        static TestCaseData Case(IPortfolioRule rule, int fewest, string name, double halts = 0) =>
            new TestCaseData(rule, fewest, halts).SetName($"{{m}}({name})");
    }

    [TestCaseSource(nameof(Rules))]
    public void SinglePool_TradesAsTheSimulator(IPortfolioRule rule, int fewest, double halts)
    {
        var series = Replay.Market(45, from: Begin, haltProbability: halts);
        var pool = Pool(series, From, seed: 5, rule);

        var held = Trade(series, [new(From, pool)]);

        Check(series, [new(DateOnly.FromDateTime(From), DateOnly.FromDateTime(To), pool)], held, fewest, halts == 0);
    }

    [TestCaseSource(nameof(Rules))]
    public void DatedPools_TradeAsTheSimulator(IPortfolioRule rule, int fewest, double halts) =>
        CheckDated(rule, rule, fewest, halts);

    [TestCaseSource(nameof(RulesOfTwoPools))]
    public void DatedPools_WithOtherParameters_TradeAsTheSimulator(IPortfolioRule first, IPortfolioRule second, int fewest) =>
        CheckDated(first, second, fewest, halts: 0);

    [Test]
    public void DatedPools_WhoseScoresAreAveragedOverOtherDays_AreRefusedInBoth()
    {
        var series = Replay.Market(45, from: Begin);
        var (first, second) = (Pool(series, From, seed: 5, new RankBuffer()), Pool(series, Second, seed: 6, new RankBuffer { ScoreDays = 3 }));
        var (from, change, to) = (DateOnly.FromDateTime(From), DateOnly.FromDateTime(Second), DateOnly.FromDateTime(To));

        const string Refusal = "one portfolio rule, found rankBuffer over 3 days from 2020-02-03";
        Assert.That(
            () => new TimelineScorer([new(from, change, first), new(change, to, second)], series, threads: 1),
            Throws.ArgumentException.With.Message.Contains(Refusal));
        Assert.That(() => new PoolTimeline([new(from, first), new(change, second)]), Throws.ArgumentException.With.Message.Contains(Refusal));
    }

    private static IEnumerable<TestCaseData> RulesOfTwoPools()
    {
        yield return Case(new DailyTopK { TopK = 5 }, new DailyTopK { TopK = 8 }, 5, "daily, more names");
        yield return Case(new DailyTopK { TopK = 8 }, new DailyTopK { TopK = 5, Buffer = true }, 5, "daily, fewer names with a buffer");
        yield return Case(new RankBuffer { HoldFraction = 0.4 }, new RankBuffer(), 10, "rank buffer, fewer names");
        yield return Case(new RankBuffer(), new RankBuffer { MaxTurnover = 0.05 }, 10, "rank buffer, less turnover");
        yield return Case(new RankBuffer(), new RankBuffer { ExpectedTurnover = 0.5 }, 10, "rank buffer that falls back from the change");
        yield return Case(new RankBuffer { ExpectedTurnover = 0.5 }, new RankBuffer(), 10, "rank buffer that falls back before the change");

        static TestCaseData Case(IPortfolioRule first, IPortfolioRule second, int fewest, string name) =>
            new TestCaseData(first, second, fewest).SetName($"{{m}}({name})");
    }

    private static void CheckDated(IPortfolioRule firstRule, IPortfolioRule secondRule, int fewest, double halts)
    {
        var series = Replay.Market(45, from: Begin, haltProbability: halts);
        var (first, second) = (Pool(series, From, seed: 5, firstRule), Pool(series, Second, seed: 6, secondRule));

        var held = Trade(series, [new(From, first), new(Second, second)]);

        var (from, change, to) = (DateOnly.FromDateTime(From), DateOnly.FromDateTime(Second), DateOnly.FromDateTime(To));
        Check(series, [new(from, change, first), new(change, to, second)], held, fewest, halts == 0);
    }

    private static SortedDictionary<DateOnly, Dictionary<string, double>> Trade(
        IReadOnlyList<BarSeries> series, IReadOnlyList<KeyValuePair<DateTime, Pool>> pools)
    {
        var algorithm = new TwoLines();
        Store(algorithm, pools);
        algorithm.Initialize();
        var replay = new Replay(series, new LeanWorld(cash: 1e9m, algorithm: algorithm), (AlphaMixAlphaModel)algorithm.Alpha);
        replay.Add(From, [.. replay.Securities]);
        var account = new PaperAccount(replay, algorithm.Alpha, algorithm.PortfolioConstruction);
        account.Trade(From, To);
        return account.Holdings;
    }

    /// <summary>Leaves the pools where training does.</summary>
    private static void Store(QCAlgorithm algorithm, IReadOnlyList<KeyValuePair<DateTime, Pool>> pools)
    {
        if (pools.Count == 1)
        {
            algorithm.ObjectStore.SaveBytes(PoolStore.DefaultKey, PoolArtifact.ToBytes(pools[0].Value));
            return;
        }

        foreach (var (from, pool) in pools)
            algorithm.ObjectStore.SaveBytes($"alphamix/{from:yyyy-MM-dd}/pool.safetensors", PoolArtifact.ToBytes(pool));
        var index = new PoolIndex(pools.Select(
            dated => new PoolIndexEntry(DateOnly.FromDateTime(dated.Key), dated.Value.Manifest.FittedThrough, $"{dated.Key:yyyy-MM-dd}/pool.safetensors")));
        algorithm.ObjectStore.SaveBytes(PoolStore.DefaultIndexKey, index.ToBytes());
    }

    private static void Check(
        IReadOnlyList<BarSeries> series, DatedPool[] pools, SortedDictionary<DateOnly, Dictionary<string, double>> held, int fewest, bool comparesSizes)
    {
        var scorer = new TimelineScorer(pools, series, threads: 2);
        var costs = new ProportionalCosts { Bps = new AlphaMixAlphaModelOptions().CostBps };
        var simulation = Simulator.Run(
            scorer.Grid, scorer.Scores(RouterNames.Average), scorer.Span, scorer.Rules, new TradingTerms { Fill = FillRule.NextOpen, Costs = costs });
        for (var day = 0; day < scorer.Span.Count - 1; day++)
        {
            var date = scorer.Grid.Days[day + 1];
            var expected = simulation.Holdings[day].ToDictionary(holding => scorer.Grid.Instruments[holding.Instrument], holding => holding.PortfolioWeight);
            foreach (var instrument in expected.Keys.Union(held[date].Keys).Order())
            {
                var (simulated, found) = (expected.GetValueOrDefault(instrument), held[date].GetValueOrDefault(instrument));
                var tolerance = comparesSizes ? 0.02 + 0.1 * Math.Abs(simulated) : double.MaxValue;
                Assert.That(found, Is.EqualTo(simulated).Within(tolerance), $"{date} {instrument}");
                if (Math.Max(Math.Abs(simulated), Math.Abs(found)) > Dust)
                    Assert.That(Math.Sign(found), Is.EqualTo(Math.Sign(simulated)), $"{date} {instrument}");
            }
        }

        Assert.That(held.Values.Skip(2).Min(day => day.Count), Is.GreaterThanOrEqualTo(fewest - 1));
        Assert.That(held.Values.SelectMany(day => day.Keys).Distinct().Count(), Is.GreaterThan(20));
    }

    private static Pool Pool(IReadOnlyList<BarSeries> series, DateTime from, long seed, IPortfolioRule rule) => TestPool.For(
        series, ScalerKind.None, fittedThrough: DateOnly.FromDateTime(from).AddDays(-1), features: FeatureSpec.ResidualV1(), rule: rule,
        priorWeight: rule is RankBuffer ? 0.5 : null, seed: seed);

    private sealed class TwoLines : QCAlgorithm
    {
        public override void Initialize()
        {
            AddAlpha(new AlphaMixAlphaModel(this));
            SetPortfolioConstruction(new AlphaMixPortfolioConstructionModel());
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Journals;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Json;
using AlphaMix.Training.Journals;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Lean.Tests;

/// <summary>The journal of a run has its predictions as they were, goes on after a restart, and is judged like the pool itself.</summary>
public class PredictionJournalTests
{
    private const string Key = PredictionJournal.DefaultKey;

    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime Middle = new(2020, 2, 10);
    private static readonly DateTime To = new(2020, 3, 20);

    // The replay's exchange closes at four; its time is UTC.
    private static readonly SessionHours Hours = SessionHours.Parse("09:30-16:00 UTC");

    [Test]
    public void ABacktestsJournal_IsJudgedAsThePool_ToTheBit([Values] bool lowTurnover)
    {
        var (series, pool) = lowTurnover ? LowTurnover() : Daily();
        var replay = new Replay(series, pool);
        var keeper = new PredictionJournal(replay.World.Algorithm, replay.Model);
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, To);
        keeper.Save();

        var entries = Judge(pool, series, includeBacktest: true).Select(Stored(replay.World), out var audit);

        DatedPool[] pools = [Dated(pool)];
        var scorer = new TimelineScorer(pools, series, threads: 2, entries[0].Day, entries[^1].Day.AddDays(1));
        Assert.Multiple(() =>
        {
            Assert.That(audit.Judged, Is.EqualTo(scorer.Span.Count).And.GreaterThan(50));
            Assert.That(audit.FromBacktests, Is.EqualTo(audit.Judged));
            Assert.That(audit.LeftOut, Is.Empty);
            Assert.That(audit.DaysWithout, Is.Zero);
            Assert.That(
                Figures(scorer, JournalJudge.ToStrategy(entries, scorer.Grid, scorer.Rules)),
                Is.EqualTo(Figures(scorer, scorer.Strategies([RouterNames.Average])[0])));
        });
    }

    [Test]
    public void ABacktestsEntries_AreNoEvidence()
    {
        var (series, pool) = Daily();
        var replay = new Replay(series, pool);
        var keeper = new PredictionJournal(replay.World.Algorithm, replay.Model);
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, Middle);
        keeper.Save();

        var entries = Judge(pool, series).Select(Stored(replay.World), out var audit);

        Assert.That(entries, Is.Empty);
        Assert.That(audit.LeftOut.Select(omitted => omitted.Reason), Is.All.EqualTo("written in a backtest, whose clock is simulated"));
    }

    [Test]
    public void ARestart_GoesOn_AndRewritesNothing()
    {
        var (series, pool) = Daily();
        var whole = Run(series, pool, new LeanWorld(), From, To);
        var world = new LeanWorld();
        var before = Run(series, pool, world, From, Middle);

        // The second run scores the last day of the first one again.
        var after = Run(series, pool, world, Middle.AddDays(-3), To);

        Assert.Multiple(() =>
        {
            Assert.That(after, Does.StartWith(before));
            Assert.That(after, Is.EqualTo(whole));
            Assert.That(Journal.Read(Encoding.UTF8.GetBytes(after)).Break, Is.Null);
        });
    }

    [Test]
    public void Live_EveryEntryIsSavedAtOnce_WithTheAlgorithmsTime_AndThePool()
    {
        var (series, pool) = Daily();
        var replay = new Replay(series, pool, live: true);
        _ = new PredictionJournal(replay.World.Algorithm, replay.Model);
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, new DateTime(2020, 1, 4));

        var entry = Stored(replay.World).Entries[^1];
        Assert.Multiple(() =>
        {
            Assert.That(entry.Day, Is.EqualTo(new DateOnly(2020, 1, 3)));
            Assert.That(entry.WrittenUtc, Is.EqualTo(new DateTime(2020, 1, 3, 16, 0, 0, DateTimeKind.Utc)));
            Assert.That(entry.Origin, Is.EqualTo(JournalOrigin.Live));
            Assert.That(entry.Pool, Is.EqualTo(PoolArtifact.Hash(pool)));
            Assert.That(entry.FittedThrough, Is.EqualTo(pool.Manifest.FittedThrough));
            Assert.That(
                entry.Scores, Is.EquivalentTo(replay.Model.Scores!.Ranking.ToDictionary(score => score.Symbol.ID.Symbol, score => score.ProbabilityUp)));
        });
    }

    [Test]
    public void AnEntryWrittenAfterItsFill_AnotherPools_AndAnInSampleOne_AreLeftOut()
    {
        var (series, pool) = Daily();
        var other = TestPool.For(series, seed: 6);
        var journal = new Journal();
        Add(journal, pool, 2, hour: 16);
        Add(journal, pool, 3, hour: 17);
        Add(journal, other, 6, hour: 16);
        Add(journal, pool, 7, hour: 16, fittedThrough: new DateOnly(2020, 1, 7));
        Add(journal, pool, 8, hour: 16, router: "W");
        Add(journal, pool, 11, hour: 16);
        Add(journal, pool, 13, hour: 16);

        var entries = Judge(pool, series).Select(journal, out var audit);

        Assert.That(entries.Select(entry => entry.Day.Day), Is.EqualTo(new[] { 2, 13 }));
        Assert.That(audit.LeftOut.Select(omitted => $"{omitted.Line} {omitted.Reason}"), Is.EqualTo(new[]
        {
            "2 written too late: its decision fills at 2020-01-03 16:00 UTC",
            $"3 made by pool {PoolArtifact.Hash(other)[..12]}, given for that day is {PoolArtifact.Hash(pool)[..12]}",
            "4 in-sample: prices through 2020-01-07 entered the pool's fit",
            "5 made by router W, judged are those of V",
            "6 no trading day of the data"
        }));
        Assert.That(audit.DaysWithout, Is.EqualTo(6));
    }

    [TestCase("2020-01-06T09:29:59Z", true)]
    [TestCase("2020-01-06T09:30:00Z", false)]
    public void AtTheNextOpen_AnEntryIsDueBeforeIt(string written, bool isJudged)
    {
        var (series, pool) = Daily();
        var journal = new Journal();
        Add(journal, pool, 3, hour: 0, written: DateTime.Parse(written, null, System.Globalization.DateTimeStyles.AdjustToUniversal));

        // The third is a Friday, the sixth the Monday after.
        var entries = Judge(pool, series, Evaluation.Markets.FillRule.NextOpen).Select(journal, out _);

        Assert.That(entries, Has.Count.EqualTo(isJudged ? 1 : 0));
    }

    [Test]
    public void ABrokenJournal_OrAnEarlierDay_IsRefused()
    {
        var (series, pool) = Daily();
        var world = new LeanWorld();
        Run(series, pool, world, From, Middle);

        Assert.That(
            () => Run(series, pool, world, From, Middle),
            Throws.TypeOf<JournalException>().With.Message.Contains("goes on after 2020-02-07").And.Message.Contains("name another key"));
        world.Algorithm.ObjectStore.SaveBytes(Key, [.. world.Algorithm.ObjectStore.ReadBytes(Key).AsSpan()[..^5]]);
        Assert.That(() => Run(series, pool, world, Middle, To), Throws.TypeOf<JournalException>().With.Message.Contains("is broken at line"));
    }

    private static string Run(IReadOnlyList<BarSeries> series, Pool pool, LeanWorld world, DateTime from, DateTime to)
    {
        var replay = new Replay(series, new LeanWorld(), new AlphaMixAlphaModel(pool));
        if (world.Algorithm.ObjectStore.ContainsKey(Key))
            replay.World.Algorithm.ObjectStore.SaveBytes(Key, world.Algorithm.ObjectStore.ReadBytes(Key));
        var keeper = new PredictionJournal(replay.World.Algorithm, replay.Model);
        replay.Add(from, [.. replay.Securities]);
        replay.Play(from, to);
        keeper.Save();
        var bytes = replay.World.Algorithm.ObjectStore.ReadBytes(Key);
        world.Algorithm.ObjectStore.SaveBytes(Key, bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static (IReadOnlyList<BarSeries> Series, Pool Pool) Daily()
    {
        var series = Replay.Market(12);
        return (series, TestPool.For(series));
    }

    private static (IReadOnlyList<BarSeries> Series, Pool Pool) LowTurnover()
    {
        var series = Replay.Market(45, from: new DateOnly(2018, 9, 4));
        return (series, TestPool.For(series, ScalerKind.None, features: FeatureSpec.ResidualV1(), rule: new RankBuffer(), priorWeight: 0.5));
    }

    private static DatedPool Dated(Pool pool) => new(pool.Manifest.FittedThrough.AddDays(1), DateOnly.MaxValue, pool);

    private static JournalJudge Judge(
        Pool pool, IReadOnlyList<BarSeries> series, Evaluation.Markets.FillRule? fill = null, bool includeBacktest = false) =>
        new([Dated(pool)], series, fill ?? Evaluation.Markets.FillRule.Close, Hours) { IncludeBacktest = includeBacktest };

    private static Journal Stored(LeanWorld world) => Journal.Read(world.Algorithm.ObjectStore.ReadBytes(Key));

    private static void Add(
        Journal journal, Pool pool, int day, int hour, string router = "V", DateOnly? fittedThrough = null, DateTime? written = null) =>
        journal.Append(new JournalEntry
        {
            Day = new DateOnly(2020, 1, day),
            WrittenUtc = written ?? new DateTime(2020, 1, day, hour, 0, 0, DateTimeKind.Utc),
            Origin = JournalOrigin.Live,
            Pool = PoolArtifact.Hash(pool),
            FittedThrough = fittedThrough ?? pool.Manifest.FittedThrough,
            Router = router,
            Scores = new Dictionary<string, double> { ["A"] = 0.5 }
        });

    /// <summary>Returns all figures but the number of experts, which a journal does not have.</summary>
    private static string Figures(TimelineScorer scorer, Strategy strategy)
    {
        var result = Evaluator.Evaluate(
            new Simulator(scorer.Grid, scorer.Span, scorer.Fill), [strategy], [ProportionalCosts.None, new ProportionalCosts { Bps = 5 }],
            new EvaluatorOptions { Seed = 1, Portfolios = 50 }).Result;
        var json = JsonNode.Parse(EvaluationJson.ToString([result]))!;
        Assert.That((double)json["V"]!["paper"]!["TR"]!, Is.Not.Zero);
        json["V"]!.AsObject().Remove("expertsUsed");
        return json.ToJsonString();
    }
}

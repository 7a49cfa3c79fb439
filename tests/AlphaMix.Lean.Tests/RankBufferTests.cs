using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Scoring;
using QuantConnect.Algorithm.Framework.Alphas;

namespace AlphaMix.Lean.Tests;

/// <summary>Pools with a rank buffer and residual features, dated ones too: the plugin ranks as the evaluation does, and says what is held.</summary>
public class RankBufferTests
{
    private static readonly DateTime From = new(2020, 1, 1);
    private static readonly DateTime Second = new(2020, 2, 3);
    private static readonly DateTime To = new(2020, 3, 20);
    private static readonly DateOnly Begin = new(2018, 9, 4);

    [Test]
    public void DailyProbabilities_EqualTheTimelineScorers_AcrossAChangeOfPools()
    {
        var series = Replay.Market(45, from: Begin);
        var (first, second) = (Pool(series, From, seed: 5), Pool(series, Second, seed: 6));
        var replay = new Replay(series, new PoolTimeline([new(DateOnly.FromDateTime(From), first), new(DateOnly.FromDateTime(Second), second)]));
        var said = replay.RecordProbabilities();
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, To);

        Assert.That(said, Is.EquivalentTo(Expected(first, series, From, Second).Concat(Expected(second, series, Second, To))));
        Assert.That(said, Has.Count.GreaterThan(1500));
        Assert.That(replay.Model.Pool, Is.SameAs(second));
    }

    [Test]
    public void Insights_TellWhatEnters()
    {
        var series = Replay.Market(45, from: Begin, haltProbability: 0);
        var replay = new Replay(series, Pool(series, From, seed: 5));
        replay.Add(From, [.. replay.Securities]);

        var insights = replay.Play(From, From.AddDays(2));

        var ranking = replay.Model.Scores!.Ranking;
        var positions = Math.Max(4, ranking.Count / 4);
        Assert.Multiple(() =>
        {
            Assert.That(insights.Select(insight => insight.Symbol), Is.EqualTo(ranking.Take(positions).Select(score => score.Symbol)));
            Assert.That(insights.Select(insight => insight.Weight), Is.All.EqualTo(1.0 / positions).Within(1e-12));
            Assert.That(insights.Select(insight => insight.Confidence), Is.EqualTo(ranking.Take(positions).Select(score => (double?)score.Score)));
            Assert.That(insights.Select(insight => insight.Direction), Is.All.EqualTo(InsightDirection.Up));
            Assert.That(insights[2].Tag, Does.EndWith("experts=8 rank=3"));
        });
    }

    [Test]
    public void Insights_TellWhatIsKept_WithTheWeightThatIsHeld()
    {
        var series = Replay.Market(45, from: Begin, haltProbability: 0);
        var other = new Replay(series, Pool(series, From, seed: 5));
        other.Add(From, [.. other.Securities]);
        other.Play(From, From.AddDays(2));
        var ranking = other.Model.Scores!.Ranking;
        var positions = Math.Max(4, ranking.Count / 4);
        var (kept, gone) = (ranking[2 * positions - 1].Symbol.ID.Symbol, ranking[2 * positions].Symbol.ID.Symbol);
        var replay = new Replay(series, Pool(series, From, seed: 5));
        replay.Add(From, [.. replay.Securities]);
        foreach (var held in new[] { kept, gone })
        {
            replay.World.SetPrice(replay[held], 100);
            replay[held].Holdings.SetHoldings(100, 5_000m);
        }

        var insights = replay.Play(From, From.AddDays(2)).ToDictionary(insight => insight.Symbol.ID.Symbol);

        Assert.That(insights, Has.Count.EqualTo(positions));
        Assert.That(insights[kept].Weight, Is.EqualTo(0.25));
        Assert.That(insights.Keys, Does.Not.Contain(gone));
        Assert.That(insights.Values.Sum(insight => insight.Weight), Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void FewerThanFortyNames_AreHeldEqually()
    {
        var series = Replay.Market(12, from: Begin, haltProbability: 0);
        var replay = new Replay(series, Pool(series, From, seed: 5));
        replay.Add(From, [.. replay.Securities]);

        var insights = replay.Play(From, From.AddDays(2));

        Assert.That(insights, Has.Count.GreaterThan(8));
        Assert.That(insights.Select(insight => insight.Weight), Is.All.EqualTo(1.0 / insights.Count).Within(1e-12));
        Assert.That(insights.Select(insight => insight.Tag), Is.All.Contains("fallback=1/N: ").And.All.Contains("names are scored, fewer than 40"));
    }

    [Test]
    public void OptionsOfTheDailyStrategy_AreRefused()
    {
        var series = Replay.Market(45, from: Begin);

        Assert.That(
            () => new AlphaMixAlphaModel(Pool(series, From, seed: 5), new AlphaMixAlphaModelOptions { TopK = 3 }),
            Throws.ArgumentException.With.Message.Contains("portfolio rule rankBuffer decides"));
    }

    [Test]
    public void Averages_AreReadFromHistory_WhenASecurityIsAddedLater()
    {
        var series = Replay.Market(45, from: Begin);
        var late = new Replay(series, Pool(series, From, seed: 5));
        var latest = late[series[0].Instrument];
        late.Add(From, [.. late.Securities.Where(security => security != latest)]);
        late.Play(From, Second);
        late.Add(Second, latest);
        late.Play(Second, Second.AddDays(2));

        var early = new Replay(series, Pool(series, From, seed: 5));
        early.Add(From, [.. early.Securities]);
        early.Play(From, Second.AddDays(2));

        Assert.That(Scores(late), Is.EqualTo(Scores(early)));

        static IEnumerable<(string, double)> Scores(Replay replay) => replay.Model.Scores!.Ranking.Select(score => (score.Symbol.ID.Symbol, score.Score));
    }

    [Test]
    public void ATimeline_RefusesPoolsThatSawTheirDays_AndAddsALaterOne()
    {
        var series = Replay.Market(45, from: Begin);
        var pool = Pool(series, From, seed: 5);
        var timeline = new PoolTimeline([new(DateOnly.FromDateTime(From), pool)]);
        var later = Pool(series, Second, seed: 6);

        Assert.That(() => timeline.Add(DateOnly.FromDateTime(From).AddDays(5), later), Throws.ArgumentException.With.Message.Contains("fitted through 2020-02-02"));
        timeline.Add(DateOnly.FromDateTime(Second), later);

        Assert.That(timeline.At(DateOnly.FromDateTime(Second).AddDays(-1)), Is.SameAs(pool));
        Assert.That(timeline.At(DateOnly.FromDateTime(Second)), Is.SameAs(later));
        Assert.That(timeline.At(DateOnly.FromDateTime(From).AddDays(-1)), Is.Null);
    }

    private static Pool Pool(IReadOnlyList<BarSeries> series, DateTime from, long seed) => TestPool.For(
        series, ScalerKind.None, fittedThrough: DateOnly.FromDateTime(from).AddDays(-1), features: FeatureSpec.ResidualV1(), rule: new RankBuffer(), priorWeight: 0.5, seed: seed);

    private static Dictionary<(DateOnly, string), double> Expected(Pool pool, IReadOnlyList<BarSeries> series, DateTime from, DateTime to)
    {
        var scorer = new TimelineScorer([new(DateOnly.FromDateTime(from), DateOnly.FromDateTime(to), pool)], series, threads: 2);
        var sheet = scorer.Probabilities(RouterNames.Average);
        var expected = new Dictionary<(DateOnly, string), double>();
        for (var day = 0; day < scorer.Grid.DayCount; day++)
        {
            for (var i = 0; i < scorer.Grid.InstrumentCount; i++)
            {
                if (!double.IsNaN(sheet[day, i]))
                    expected.Add((scorer.Grid.Days[day], scorer.Grid.Instruments[i]), sheet[day, i]);
            }
        }

        return expected;
    }
}

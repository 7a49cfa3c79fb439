using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Lean.Tests;

/// <summary>What the plugin says bar by bar is what evaluation says of the whole history, to the bit.</summary>
public class ParityTests
{
    private static readonly DateTime From = new(2020, 1, 2);
    private static readonly DateTime To = new(2020, 3, 20);

    [TestCase(BarResolution.Daily, ScalerKind.Pooled)]
    [TestCase(BarResolution.Daily, ScalerKind.PerInstrument)]
    [TestCase(BarResolution.Daily, ScalerKind.CrossSectional)]
    [TestCase(BarResolution.Hour, ScalerKind.Pooled)]
    [TestCase(BarResolution.Hour, ScalerKind.CrossSectional)]
    public void Scores_EqualTheScorers(BarResolution resolution, ScalerKind scaler)
    {
        var series = Replay.Market(12, resolution);
        var pool = TestPool.For(series, scaler);
        var replay = new Replay(series, pool);

        var said = replay.RecordProbabilities();
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, To);

        Assert.That(said, Is.EquivalentTo(Expected(pool, series)));
        Assert.That(said, Has.Count.GreaterThan(500));
    }

    [TestCase(RouterNames.Average)]
    [TestCase(RouterNames.AsNeeded)]
    [TestCase(RouterNames.Selection)]
    public void Scores_EqualTheScorers_WithTreeGroups(string router)
    {
        var series = Replay.Market(12, from: new DateOnly(2018, 1, 2));
        var pool = PoolArtifact.Read(PoolArtifact.ToBytes(TestPool.WithTrees(series)), "pool");
        var replay = new Replay(series, pool, new AlphaMixAlphaModelOptions { Router = router });

        var said = replay.RecordProbabilities();
        replay.Add(From, [.. replay.Securities]);
        replay.Play(From, To);

        Assert.That(said, Is.EquivalentTo(Expected(pool, series, router)));
        Assert.That(said, Has.Count.GreaterThan(500));
    }

    [Test]
    public void Scores_EqualTheScorers_ForASecurityAddedLater()
    {
        var series = Replay.Market(6);
        var pool = TestPool.For(series, ScalerKind.CrossSectional);
        var replay = new Replay(series, pool);
        var late = replay[series[0].Instrument];
        var middle = new DateTime(2020, 2, 10);
        replay.Add(From, [.. replay.Securities.Where(security => security != late)]);
        replay.Play(From, middle);

        replay.Add(middle, late);
        replay.Play(middle, middle.AddDays(1));

        var expected = Expected(pool, series).Where(pair => pair.Key.Day == DateOnly.FromDateTime(middle)).ToDictionary(pair => pair.Key.Instrument, pair => pair.Value);
        Assert.That(replay.Model.Scores!.Ranking.ToDictionary(score => score.Symbol.ID.Symbol, score => score.ProbabilityUp), Is.EquivalentTo(expected));
    }

    private static Dictionary<(DateOnly Day, string Instrument), double> Expected(
        Core.Pools.Pool pool, IReadOnlyList<BarSeries> series, string router = RouterNames.Average)
    {
        var scorer = new TimelineScorer(
            [new(DateOnly.FromDateTime(From), DateOnly.FromDateTime(To), pool)], series, threads: 2, DateOnly.FromDateTime(From), DateOnly.FromDateTime(To));
        var sheet = scorer.Probabilities(router);
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

using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Scoring;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Scoring;

[TestFixture]
internal sealed class TimelineScorerTests
{
    private static readonly IReadOnlyList<BarSeries> Series = SmallMarket.Generate();
    private static readonly Pool Pool = SmallMarket.Train(Series).Pool;
    private static readonly DateOnly Fitted = Pool.Manifest.FittedThrough;
    private static readonly DateOnly Middle = new(2015, 10, 1);

    [Test]
    public void Pool_InForceOnADayOfItsFit_IsRefusedUnlessAllowed() => Assert.Multiple(() =>
    {
        Assert.That(() => Score([new(Fitted, SmallMarket.Split.TestTo, Pool)]),
            Throws.ArgumentException.With.Message.Contains($"was fitted on prices through {Fitted:yyyy-MM-dd}"));
        Assert.That(() => Score([new(Fitted.AddDays(1), SmallMarket.Split.TestTo, Pool)]), Throws.Nothing);
        Assert.That(() => Score([new(Fitted, SmallMarket.Split.TestTo, Pool)], allowInSample: true), Throws.Nothing);
    });

    [Test]
    public void Pools_ThatOverlap_AreRefused() => Assert.Multiple(() =>
    {
        Assert.That(() => Score([new(SmallMarket.Split.TestFrom, Middle, Pool), new(Middle.AddDays(-1), SmallMarket.Split.TestTo, Pool)]),
            Throws.ArgumentException.With.Message.Contains("must follow each other in time"));
        Assert.That(() => Score([new(Middle, Middle, Pool)]),
            Throws.ArgumentException.With.Message.Contains("must follow each other in time"));
    });

    [Test]
    public void Pools_ThatFollowEachOther_EachScoresItsOwnDays()
    {
        var other = SmallMarket.Train(Series, SmallMarket.Configuration(seed: 2)).Pool;

        var both = Score([new(SmallMarket.Split.TestFrom, Middle, Pool), new(Middle, SmallMarket.Split.TestTo, other)]).Probabilities("V");
        var first = Score([new(SmallMarket.Split.TestFrom, SmallMarket.Split.TestTo, Pool)]).Probabilities("V");
        var second = Score([new(SmallMarket.Split.TestFrom, SmallMarket.Split.TestTo, other)]);

        var cells = second.Grid.Days.Count(day => day < Middle) * second.Grid.InstrumentCount;
        var end = second.Span.End * second.Grid.InstrumentCount;
        Assert.That(both.Probabilities[..cells].SequenceEqual(first.Probabilities[..cells]));
        Assert.That(both.Probabilities[cells..end].SequenceEqual(second.Probabilities("V").Probabilities[cells..end]));
        Assert.That(both.Probabilities[cells..end].SequenceEqual(first.Probabilities[cells..end]), Is.False, "the pools say the same");
    }

    private static TimelineScorer Score(DatedPool[] pools, bool allowInSample = false) =>
        new(pools, Series, threads: 1, allowInSample: allowInSample);
}

using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Tests.Artifacts;

namespace AlphaMix.Core.Tests.Pools;

public class PoolTimelineTests
{
    private static readonly Pool Pool = SamplePools.Full();
    private static readonly DateOnly Fitted = Pool.Manifest.FittedThrough;

    [Test]
    public void APool_TradesFromItsFirstDayOn_AfterTheLastOfItsFit()
    {
        var timeline = new PoolTimeline([new(Fitted.AddDays(1), Pool)]);

        Assert.Multiple(() =>
        {
            Assert.That(timeline.At(Fitted), Is.Null);
            Assert.That(timeline.At(Fitted.AddDays(1)), Is.SameAs(Pool));
            Assert.That(() => new PoolTimeline([new(Fitted, Pool)]),
                Throws.ArgumentException.With.Message.Contains("must be fitted on earlier prices"));
        });
    }

    [Test]
    public void Pools_TakeOverOnTheirDays_WhichAscend()
    {
        var (first, second) = (Fitted.AddDays(10), Fitted.AddDays(20));
        var other = SamplePools.Full();
        var timeline = new PoolTimeline([new(first, Pool), new(second, other)]);

        Assert.Multiple(() =>
        {
            Assert.That(timeline.At(second.AddDays(-1)), Is.SameAs(Pool));
            Assert.That(timeline.At(second), Is.SameAs(other));
            Assert.That(() => timeline.Add(second, Pool), Throws.ArgumentException.With.Message.Contains("must have ascending days"));
        });
    }

    [Test]
    public void Bars_OfOneTimeTwice_AreRefused()
    {
        var bar = new Bar(new DateTime(2020, 1, 2), 10, 11, 9, 10, 100);

        Assert.That(() => new BarSeries("A", BarResolution.Daily, [bar, bar]),
            Throws.ArgumentException.With.Message.Contains("ascending order of time"));
    }
}

using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;
using AlphaMix.Core.Tests.Artifacts;
using AlphaMix.Testing;

namespace AlphaMix.Core.Tests;

/// <summary>What runs every day or every bar inside LEAN allocates nothing once it is warm.</summary>
[TestFixture]
public class AllocationTests
{
    // More than one chunk of rows, and no whole number of them.
    private const int Samples = 300;

    [Test]
    public void Of_WorkThatAllocates_IsSeen() =>
        Assert.That(Allocation.Measure(() => GC.KeepAlive(new byte[100])), Is.GreaterThanOrEqualTo(100));

    [TestCase(128)]
    [TestCase(37)]
    public void Group_Logits_AllocateNothing(int hidden)
    {
        var shape = new GroupShape(110, hidden, 4);
        var group = SamplePools.Group(shape, new KeyedRandom(1, RandomPurpose.Initialisation));
        var (rows, offsets) = Windows(shape.InputSize);
        var (logits, scratch) = (new float[Samples * GroupShape.Outputs], new InferenceScratch());

        Assert.That(Allocation.Measure(() => group.Logits(rows, offsets, logits, scratch)), Is.Zero);
    }

    [TestCase(RouterNames.Average)]
    [TestCase(RouterNames.AsNeeded)]
    [TestCase(RouterNames.Selection)]
    [TestCase(RouterNames.Soup)]
    [TestCase("gate")]
    [TestCase("linear")]
    public void Router_Score_AllocatesNothing(string name)
    {
        var pool = OutsideExtensions.Full();
        var router = pool.Router(name);
        var (rows, offsets) = Windows(pool.Manifest.Features.InputSize);
        var (probabilities, asked, scratch) = (new float[Samples], new int[Samples], new RouterScratch());

        var bytes = Allocation.Measure(() => router.Score(rows, offsets, probabilities, asked, scratch));

        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.Zero);
            Assert.That(probabilities, Has.All.GreaterThan(0f), "the router is meant to have worked");
            Assert.That(asked, Has.All.GreaterThan(name == "linear" ? -1 : 0));
        });
    }

    [Test]
    public void Router_Score_FewerSamplesThanBefore_AllocatesNothing()
    {
        var pool = SamplePools.Full();
        var router = pool.Router(RouterNames.Average);
        var (rows, offsets) = Windows(pool.Manifest.Features.InputSize);
        var (probabilities, asked, scratch) = (new float[Samples], new int[Samples], new RouterScratch());
        router.Score(rows, offsets, probabilities, asked, scratch);

        var bytes = Allocation.Measure(() => router.Score(rows, offsets.AsSpan(0, 7), probabilities.AsSpan(0, 7), asked.AsSpan(0, 7), scratch));

        Assert.That(bytes, Is.Zero);
    }

    [Test]
    public void Features_AndWindow_OfABar_AllocateNothing()
    {
        var spec = FeatureSpec.Paper();
        var (features, window) = (new StreamingFeatures(spec), new WindowRing(spec));
        var row = new float[spec.RowSize];
        var scaler = new PooledScaler(new FeatureMoments(new float[spec.RowSize], [.. Enumerable.Repeat(1f, spec.RowSize)]));
        string[] instruments = ["SPY"];
        var day = new DateTime(2020, 1, 1);
        void TakeBar()
        {
            var price = 100 + 0.1 * day.Day;
            day = day.AddDays(1);
            if (!features.Add(new Bar(day, price, price + 1, price - 1, price, 1000), row))
                return;
            scaler.Scale(instruments, row);
            window.Add(row);
        }

        for (var i = 0; i < spec.WarmUpBars; i++)
            TakeBar();
        var bytes = Allocation.Measure(TakeBar);

        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.Zero);
            Assert.That(window.IsFull, Is.True, "the bars are meant to fill the window");
        });
    }

    private static (float[] Rows, int[] Offsets) Windows(int size)
    {
        var random = new KeyedRandom(5, RandomPurpose.Market);
        float[] rows = [.. Enumerable.Range(0, Samples + size).Select(_ => random.NextSymmetric(1))];
        return (rows, [.. Enumerable.Range(0, Samples)]);
    }
}

using AlphaMix.Core.Features;

namespace AlphaMix.Core.Tests.Features;

public sealed class ScalerTests
{
    private static readonly string[] Pair = ["AAPL", "SPY"];

    [Test]
    public void Moments_AreMeanAndPopulationDeviationOfEachFeature()
    {
        // Column 0: 1, 2, 3, 6 has mean 3 and variance 14 / 4; column 1 never varies.
        var moments = FeatureMoments.Compute([new float[] { 1, 5, 2, 5 }, new float[] { 3, 5, 6, 5 }], 2);

        Assert.That(moments.Mean, Is.EqualTo(new[] { 3f, 5f }));
        Assert.That(moments.Deviation, Is.EqualTo(new[] { (float)Math.Sqrt(3.5), 0f }));
    }

    [Test]
    public void Moments_OfLargeNumbersWithSmallDifferences_AreNotLostToRounding()
    {
        var moments = FeatureMoments.Compute([new[] { 16_000_001f, 16_000_003f }], 1);

        Assert.That(moments.Mean[0], Is.EqualTo(16_000_002f));
        Assert.That(moments.Deviation[0], Is.EqualTo(1f));
    }

    [Test]
    public void Scale_Pooled_UsesOneScaleForAll()
    {
        float[] rows = [5, 7, 1, 9];

        new PooledScaler(new FeatureMoments([3, 8], [2, 0.5f])).Scale(Pair, rows);

        Assert.That(rows, Is.EqualTo(new[] { 1f, -2f, -1f, 2f }));
    }

    [Test]
    public void Scale_Pooled_KnowsEveryInstrument()
    {
        Assert.That(new PooledScaler(new FeatureMoments([0], [1])).Knows("NEW"));
    }

    [Test]
    public void Scale_OfAFeatureThatNeverVaried_GivesZero()
    {
        float[] rows = [5, 7];

        new PooledScaler(new FeatureMoments([3, 8], [0, 1])).Scale(["AAPL"], rows);

        Assert.That(rows, Is.EqualTo(new[] { 0f, -1f }));
    }

    [Test]
    public void Scale_PerInstrument_UsesItsOwnScale()
    {
        var scaler = new PerInstrumentScaler(new Dictionary<string, FeatureMoments>
        {
            ["AAPL"] = new([1, 1], [1, 1]),
            ["SPY"] = new([10, 20], [2, 5])
        });
        float[] rows = [2, 3, 12, 10];

        scaler.Scale(Pair, rows);

        Assert.That(rows, Is.EqualTo(new[] { 1f, 2f, 1f, -2f }));
        Assert.That(scaler.Knows("SPY"));
        Assert.That(scaler.Knows("spy"), Is.False);
        Assert.That(scaler.Knows("NEW"), Is.False);
    }

    [Test]
    public void Scale_CrossSectional_ScalesOverTheInstruments()
    {
        // Column 0: 1, 5 has mean 3 and deviation 2; column 1 does not vary.
        float[] rows = [1, 4, 5, 4];

        new CrossSectionalScaler().Scale(Pair, rows);

        Assert.That(rows, Is.EqualTo(new[] { -1f, 0f, 1f, 0f }));
    }

    [Test]
    public void Scale_CrossSectional_OfOneInstrument_GivesZeros()
    {
        float[] rows = [1, 4];

        new CrossSectionalScaler().Scale(["SPY"], rows);

        Assert.That(rows, Is.All.Zero);
    }

    [TestCaseSource(nameof(All))]
    public void Scale_OfNoInstrument_DoesNothing(Scaler scaler)
    {
        Assert.That(() => scaler.Scale([], []), Throws.Nothing);
    }

    private static IEnumerable<Scaler> All() =>
    [
        new PooledScaler(new FeatureMoments([0], [1])),
        new PerInstrumentScaler(new Dictionary<string, FeatureMoments>()),
        new CrossSectionalScaler()
    ];
}

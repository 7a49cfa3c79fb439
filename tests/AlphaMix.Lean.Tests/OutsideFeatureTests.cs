using AlphaMix.Core;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Lean.Tests;

/// <summary>A feature function of another assembly inside the plugin.</summary>
public sealed class OutsideFeatureTests
{
    private static readonly DateTime From = new(2020, 1, 2);
    private static readonly DateTime To = new(2020, 3, 20);
    private static readonly ExtensionSet Extensions = BuiltIn.Extensions.With<FeatureFunctionFactory>("tests.range", _ => new MeanRange());
    private static readonly FeatureSpec Spec = new()
    {
        Features = [new("range", new MeanRange(), 6), new("week", FeatureFunctions.AverageToClose, 5), new("month", FeatureFunctions.Return, 21)],
        Window = 4
    };

    [TestCase(ScalerKind.Pooled)]
    [TestCase(ScalerKind.CrossSectional)]
    public void Scores_EqualTheScorers(ScalerKind scaler)
    {
        var series = Replay.Market(12);
        var stored = PoolArtifact.ToBytes(TestPool.For(series, scaler, features: Spec));
        var pool = PoolArtifact.Read(stored, "pool", Extensions);
        var replay = new Replay(series, pool);
        var scored = replay.RecordProbabilities();
        replay.Add(From, [.. replay.Securities]);

        replay.Play(From, To);

        Assert.That(scored, Is.EquivalentTo(Expected(pool, series)));
        Assert.That(scored, Has.Count.GreaterThan(500));
    }

    [Test]
    public void APoolOfTheObjectStore_NeedsTheExtension()
    {
        var world = new LeanWorld();
        world.Algorithm.ObjectStore.SaveBytes(PoolStore.DefaultKey, PoolArtifact.ToBytes(TestPool.For(Replay.Market(3), features: Spec)));

        Assert.Multiple(() =>
        {
            Assert.That(
                () => new AlphaMixAlphaModel(world.Algorithm), Throws.TypeOf<ArtifactException>().With.Message.Contains("tests.range").And.Message.Contains("Extensions"));
            Assert.That(() => new AlphaMixAlphaModel(world.Algorithm, new AlphaMixAlphaModelOptions { Extensions = Extensions }), Throws.Nothing);
        });
    }

    [Test]
    public void APoolWithALabelOfAnotherAssembly_NeedsNoExtension()
    {
        var pool = TestPool.For(Replay.Market(3));
        var label = new LabelSpec("tests.vertical", 4, BeginsAtOpen: true, Reach: 9);
        var world = new LeanWorld();
        world.Algorithm.ObjectStore.SaveBytes(PoolStore.DefaultKey, PoolArtifact.ToBytes(pool.With(pool.Manifest with { Label = label })));

        Assert.That(() => new AlphaMixAlphaModel(world.Algorithm), Throws.Nothing);
    }

    private static Dictionary<(DateOnly Day, string Instrument), double> Expected(Pool pool, IReadOnlyList<BarSeries> series)
    {
        var (from, to) = (DateOnly.FromDateTime(From), DateOnly.FromDateTime(To));
        var scorer = new TimelineScorer([new(from, to, pool)], series, threads: 2, from, to);
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

    private sealed class MeanRange : IFeatureFunction
    {
        public string Name => "tests.range";

        public float Compute(ReadOnlySpan<Bar> bars, PriceSource source)
        {
            double sum = 0;
            foreach (ref readonly var bar in bars)
                sum += (bar.High - bar.Low) / bar.Close;
            return (float)(sum / bars.Length);
        }
    }
}

using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Signals;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Panels;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>A feature function and a label of another assembly, from the configuration to the scores that LEAN gives.</summary>
public sealed class OutsideSeamsTests
{
    private static readonly ExtensionSet Extensions = OutsideFeature.Extensions.With(
        OutsideLabel.LabelName, OutsideLabel.Extensions.Get<LabelFactory>(OutsideLabel.LabelName));

    private static readonly TrainingConfiguration Configuration = SmallMarket.Configuration() with
    {
        Extensions = Extensions,
        Features = new FeatureOptions
        {
            List =
            [
                new() { Name = "range", Function = OutsideFeature.FunctionName, Lookback = 7, Parameters = Parameters.None.With("decay", 0.8) },
                new() { Name = "month", Function = "return", Lookback = 21 },
                new() { Name = "open", Function = "openToClose" }
            ],
            WindowDays = 4
        },
        Label = new LabelOptions { Kind = OutsideLabel.LabelName, Horizon = 3, Parameters = Parameters.None.With("margin", 0.002) }
    };

    private static readonly IReadOnlyList<BarSeries> Market = SmallMarket.Generate();
    private static readonly byte[] Artifact = PoolArtifact.ToBytes(SmallMarket.Train(Market, Configuration).Pool);
    private static readonly Pool Pool = PoolArtifact.Read(Artifact, "pool", Extensions);

    [Test]
    public void Train_StoresBothByNameAndParameters()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Pool.Manifest.Features.Features, Is.EqualTo(Configuration.Features.SpecFor(BarResolution.Daily, 1, Extensions).Features));
            Assert.That(Pool.Manifest.Features.Features[0].Function.Parameters.Number("decay"), Is.EqualTo(0.8));
            Assert.That(Pool.Manifest.Label, Is.EqualTo(
                new LabelSpec(OutsideLabel.LabelName, 3, BeginsAtOpen: true, Reach: 3) { Parameters = Parameters.None.With("margin", 0.002) }));
        });
    }

    [Test]
    public void Read_NeedsTheFunctionAndNotTheLabel()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => PoolArtifact.Read(Artifact, "pool"), Throws.TypeOf<ArtifactException>().With.Message.Contains(OutsideFeature.FunctionName));
            Assert.That(() => PoolArtifact.Read(Artifact, "pool", OutsideFeature.Extensions), Throws.Nothing);
        });
    }

    [Test]
    public void Train_PricesOfTheTestSpanChanged_GivesTheSameArtifact()
    {
        var poisoned = SmallMarket.Poison(Market, SmallMarket.Split.TestFrom);

        Assert.That(PoolArtifact.ToBytes(SmallMarket.Train(poisoned, Configuration).Pool), Is.EqualTo(Artifact));
    }

    [Test]
    public void Scores_BarByBar_AreThoseOfThePanel_BitForBit()
    {
        var panel = SmallPanel.Scaled(Market, Pool);
        var streamed = Stream(Market);

        Assert.That(streamed, Has.Count.GreaterThan(1000));
        foreach (var ((day, instrument), window) in streamed)
        {
            var i = panel.Series.Select(each => each.Instrument).ToList().IndexOf(instrument);
            var bar = 0;
            while (panel.Series[i].Bars[bar].Day != day)
                bar++;
            Assert.That(
                window.AsSpan().SequenceEqual(panel.Rows.AsSpan(panel.WindowOffset(i, bar), panel.Spec.InputSize)), $"{instrument} on {day:yyyy-MM-dd}");
        }
    }

    [Test]
    public void Windows_AnyLaterBarChanged_StayTheSame()
    {
        var day = new DateOnly(2015, 8, 12);
        var before = Stream(Market);

        var poisoned = Stream(SmallMarket.Poison(Market, day.AddDays(1)));
        var control = Stream(SmallMarket.Poison(Market, day));

        Assert.That(before.Where(pair => pair.Key.Day <= day).All(pair => pair.Value.SequenceEqual(poisoned[pair.Key])));
        Assert.That(before.Where(pair => pair.Key.Day == day).Any(pair => pair.Value.SequenceEqual(control[pair.Key])), Is.False);
    }

    /// <summary>Runs the class that the plugin runs, bar by bar, and returns the scaled window behind every score.</summary>
    private static Dictionary<(DateOnly Day, string Instrument), float[]> Stream(IReadOnlyList<BarSeries> series)
    {
        var generator = new SignalGenerator(Pool, Pool.Routers[0]);
        var tracked = series.Select(each => (Window: generator.Track(each.Instrument), Bars: each.Usable().Bars.ToArray())).ToArray();
        var windows = new Dictionary<(DateOnly, string), float[]>();
        foreach (var day in tracked.SelectMany(each => each.Bars).Select(bar => bar.Day).Distinct().Order())
        {
            var today = tracked.Where(each => each.Bars.Any(bar => bar.Day == day)).ToArray();
            foreach (var (window, bars) in today)
                generator.Offer(window, Array.Find(bars, bar => bar.Day == day));
            generator.Close();
            foreach (var (window, _) in today.Where(each => each.Window.IsReady))
                windows.Add((day, window.Instrument), window.Rows.ToArray());
        }

        return windows;
    }
}

using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Tests.Pools;

[TestFixture]
public class NoLookAheadTests
{
    [Test]
    public void Features_AnyLaterBarChanged_StayTheSame_AndAnEarlierOneMovesThem()
    {
        var series = SmallMarket.Generate(instruments: 1)[0].Usable();
        var spec = FeatureSpec.Paper(window: 3);
        var before = Panel.Compute([series], spec).Rows;

        for (var t = spec.Lookback - 1; t < 120; t++)
        {
            var later = Panel.Compute([Changed(series, t + 1)], spec).Rows;
            var control = Panel.Compute([Changed(series, t)], spec).Rows;
            var seen = (t - spec.Lookback + 2) * spec.RowSize;

            Assert.That(later.AsSpan(0, seen).SequenceEqual(before.AsSpan(0, seen)), $"a bar after {t} moved a feature up to {t}");
            Assert.That(control.AsSpan(0, seen).SequenceEqual(before.AsSpan(0, seen)), Is.False, $"the bar of {t} is not seen at {t}");
        }
    }

    [Test]
    public void Features_ALaterCorporateAction_MovesThemByRoundingAlone()
    {
        var series = SmallMarket.Generate(instruments: 1)[0].Usable();
        var spec = FeatureSpec.Paper(close: PriceSource.SplitAdjusted);
        var rescaled = new BarSeries(series.Instrument, series.Resolution, Array.ConvertAll(series.Bars.ToArray(), bar => bar with
        {
            Open = bar.Open * 0.4853,
            High = bar.High * 0.4853,
            Low = bar.Low * 0.4853,
            Close = bar.Close * 0.4853,
            PriceFactor = bar.PriceFactor * 0.9706,
            SplitFactor = bar.SplitFactor * 0.5
        }));

        Assert.That(Panel.Compute([rescaled], spec).Rows, Is.EqualTo(Panel.Compute([series], spec).Rows).Within(1e-6));
    }

    [Test]
    public void Artifact_EverythingAfterFittedThroughPoisoned_KeepsItsBytes_AndADayEarlierDoesNot()
    {
        var series = SmallMarket.Generate();
        var trained = SmallMarket.Train(series).Pool;
        var through = trained.Manifest.FittedThrough;

        var after = SmallMarket.Train(SmallMarket.Poison(series, through.AddDays(1))).Pool;
        var control = SmallMarket.Train(SmallMarket.Poison(series, through)).Pool;

        Assert.Multiple(() =>
        {
            Assert.That(PoolArtifact.ToBytes(after).AsSpan().SequenceEqual(PoolArtifact.ToBytes(trained)));
            Assert.That(PoolArtifact.ToBytes(control).AsSpan().SequenceEqual(PoolArtifact.ToBytes(trained)), Is.False);
            Assert.That(control.Manifest.Groups[0].ValidationProfit, Is.Not.EqualTo(trained.Manifest.Groups[0].ValidationProfit));
        });
    }

    [TestCase(ScalerKind.Pooled)]
    [TestCase(ScalerKind.PerInstrument)]
    public void Scaler_ValidationSpanPoisoned_StaysTheSame_AndTheTrainingSpanMovesIt(ScalerKind kind)
    {
        var series = SmallMarket.Generate();

        Assert.Multiple(() =>
        {
            Assert.That(Mean(kind, SmallMarket.Poison(series, SmallMarket.Split.ValidationFrom)), Is.EqualTo(Mean(kind, series)));
            Assert.That(Mean(kind, SmallMarket.Poison(series, SmallMarket.Split.ValidationFrom.AddDays(-3))), Is.Not.EqualTo(Mean(kind, series)));
        });
    }

    [Test]
    public void Samples_OfASpan_NeverReachIntoTheNext()
    {
        var panel = Panel.Compute(SmallMarket.Generate(), FeatureSpec.Paper());
        var label = Core.Pools.LabelSpec.OpenToOpen(3);
        var samples = Labels.Build(panel, label);

        var training = SmallMarket.Split.Training(samples);
        var validation = SmallMarket.Split.Validation(samples);

        Assert.Multiple(() =>
        {
            Assert.That(training.Max(sample => sample.LabelDay), Is.LessThan(SmallMarket.Split.ValidationFrom));
            Assert.That(validation.Max(sample => sample.LabelDay), Is.LessThan(SmallMarket.Split.TestFrom));
            Assert.That(samples.Count(sample => sample.Day < SmallMarket.Split.ValidationFrom), Is.GreaterThan(training.Length), "nothing was purged");
        });
    }

    private static float[] Mean(ScalerKind kind, IReadOnlyList<BarSeries> series)
    {
        var scaler = ScalerFitter.Fit(kind, Panel.Compute(series, FeatureSpec.Paper()), SmallMarket.Split.TrainFrom, SmallMarket.Split.ValidationFrom);
        return scaler is PooledScaler pooled ? pooled.Moments.Mean : ((PerInstrumentScaler)scaler).Moments.Values.First().Mean;
    }

    private static BarSeries Changed(BarSeries series, int index)
    {
        var bars = series.Bars.ToArray();
        bars[index] = bars[index] with { Open = bars[index].Open * 1.01, High = bars[index].High * 1.5, Low = bars[index].Low * 0.5, Close = bars[index].Close * 1.02 };
        return new BarSeries(series.Instrument, series.Resolution, bars);
    }
}

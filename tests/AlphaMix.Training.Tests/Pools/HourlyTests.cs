using AlphaMix.Core.Features;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Simulation;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Tests.Scoring;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>Hourly bars: windows of days, one sample a day, at the day's last bar.</summary>
[TestFixture]
public class HourlyTests
{
    private static readonly TrainingConfiguration Configuration = SmallMarket.Configuration() with
    {
        Data = new DataOptions { Resolution = BarResolution.Hour },
        Features = new FeatureOptions { WindowDays = 2 }
    };

    private static IReadOnlyList<BarSeries> Series => MarketSimulator.Generate(new MarketSimulatorOptions
    {
        Instruments = 6,
        From = SmallMarket.Split.TrainFrom,
        To = SmallMarket.Split.TestTo,
        Resolution = BarResolution.Hour
    });

    [Test]
    public void Prepare_HourlyBars_TakesOneSampleADayAtTheLastBar()
    {
        var data = TrainingData.Prepare(Series, Configuration);

        Assert.Multiple(() =>
        {
            Assert.That(data.Panel.Spec.Window, Is.EqualTo(14), "two days of seven bars");
            Assert.That(data.Training.GroupBy(sample => (sample.Instrument, sample.Day)).Max(samples => samples.Count()), Is.EqualTo(1));
        });
        foreach (var sample in data.Validation)
        {
            var series = data.Panel.Series[sample.Instrument];
            var last = Enumerable.Range(0, series.Count).Last(i => series.Bars[i].Day == sample.Day);
            Assert.That(sample.WindowOffset, Is.EqualTo(data.Panel.WindowOffset(sample.Instrument, last)));
        }
    }

    [Test]
    public void Train_HourlyBars_GivesAPoolThatScoresEachDay()
    {
        var series = Series;
        var pool = new PoolTrainer(Configuration, new SimdGroupTrainer(), 1).Train(series).Pool;
        var scorer = TestSpan.Create(pool, series);

        var sheet = scorer.Probabilities(RouterNames.Average);

        Assert.That(scorer.Span.Count, Is.GreaterThan(100));
        Assert.That(Enumerable.Range(0, scorer.Span.Count).Count(day => double.IsFinite(sheet[day, 0])), Is.GreaterThan(90));
    }

    [Test]
    public void Streaming_HourlyBars_GivesTheWindowsOfTheBatch_ToTheBit()
    {
        var series = Series[0].Usable();
        var spec = Configuration.Features.SpecFor(BarResolution.Hour, 7);
        var panel = Panel.Compute([series], spec);
        var stream = new StreamingFeatures(spec);
        var ring = new WindowRing(spec);
        var row = new float[spec.RowSize];
        var compared = 0;
        for (var bar = 0; bar < series.Count; bar++)
        {
            if (!stream.Add(series.Bars[bar], row))
                continue;
            ring.Add(row);
            if (!ring.IsFull)
                continue;
            Assert.That(ring.Window.SequenceEqual(panel.Rows.AsSpan(panel.WindowOffset(0, bar), spec.InputSize)), $"bar {bar}");
            compared++;
        }

        Assert.That(compared, Is.EqualTo(series.Count - spec.WarmUpBars + 1));
    }
}

using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Panels;

[TestFixture]
public class MedianLabelTests
{
    private static readonly FeatureSpec Spec = new() { Features = [new("r", FeatureFunctions.OpenToClose)], Window = 1 };

    [Test]
    public void Labels_CompareTheReturnsBetweenTheSameTwoOpens()
    {
        // Opens of days 1 and 2 decide on day 0: +1 %, +2 %, +3 %; the middle one is the median and has 0.
        var labels = Label([[100, 100, 101], [100, 100, 102], [100, 100, 103]]);

        Assert.That(labels.Select(sample => (sample.Instrument, sample.Label)), Is.EqualTo(new[] { (0, (byte)0), (1, (byte)0), (2, (byte)1) }));
        Assert.That(labels.Select(sample => sample.LabelDay), Is.All.EqualTo(Day(2)));
    }

    [Test]
    public void Ties_WithTheMedian_AreZero()
    {
        var labels = Label([[100, 100, 100], [100, 100, 100], [100, 100, 100], [100, 100, 105]]);

        Assert.That(labels.Select(sample => sample.Label), Is.EqualTo(new byte[] { 0, 0, 0, 1 }));
    }

    [Test]
    public void AHaltedInstrument_HasNoLabel_AndIsNotInTheMedian()
    {
        var labels = Label([[100, 100, 101], [100, double.NaN, 150], [100, 100, 103], [double.NaN, 100, 200]]);

        Assert.That(labels.Where(sample => sample.Day == Day(0)).Select(sample => (sample.Instrument, sample.Label)), Is.EqualTo(new[] { (0, (byte)0), (2, (byte)1) }));
    }

    [Test]
    public void OneInstrumentAlone_HasNoLabels() => Assert.That(Label([[100, 100, 101]]), Is.Empty);

    [Test]
    public void Labels_OfASimulatedMarket_DoNotFollowPastMeans()
    {
        // Without a signal a label says nothing about the returns before it. One made of the window's own prices would.
        var series = SmallMarket.Generate(signal: 0, instruments: 40);
        var panel = Panel.Compute(series, FeatureSpec.Paper());
        var samples = Labels.Build(panel, LabelSpec.BeatsMedian(5));
        var past = samples.Select(sample => (double)panel.Rows[sample.WindowOffset + panel.Spec.InputSize - 1]).ToArray();
        var labels = samples.Select(sample => (double)sample.Label).ToArray();

        // 30-day means of overlapping 5-day labels: about 500 days * 40 names / 30 independent pairs, deviation about 0.04.
        Assert.That(MathNet.Numerics.Statistics.Correlation.Pearson(past, labels), Is.EqualTo(0).Within(0.08));
        Assert.That(labels.Average(), Is.EqualTo(0.5).Within(0.02));
    }

    [Test]
    public void Labels_PricesUpToTheDayChanged_StayTheSame()
    {
        var series = SmallMarket.Generate(instruments: 20);
        var day = new DateOnly(2015, 3, 2);
        var label = LabelSpec.BeatsMedian(3);

        var changed = Labels.Build(Panel.Compute(Before(series, day), FeatureSpec.Paper()), label);

        Assert.That(
            changed.Where(sample => sample.Day >= day).Select(sample => (sample.Instrument, sample.Day, sample.Label)),
            Is.EqualTo(Labels.Build(Panel.Compute(series, FeatureSpec.Paper()), label).Where(sample => sample.Day >= day).Select(sample => (sample.Instrument, sample.Day, sample.Label))));
    }

    private static DateOnly Day(int index) => new DateOnly(2020, 1, 6).AddDays(index);

    private static Sample[] Label(double[][] opens) => Labels.Build(
        Panel.Compute(opens.Select((own, i) => new BarSeries($"S{i}", BarResolution.Daily,
            [.. own.Select((open, d) => (open, d)).Where(pair => !double.IsNaN(pair.open)).Select(pair => new Bar(Day(pair.d).ToDateTime(default), pair.open, pair.open, pair.open, pair.open, 1))])), Spec),
        LabelSpec.BeatsMedian());

    /// <summary>Doubles every price up to a day for every second instrument.</summary>
    private static BarSeries[] Before(IReadOnlyList<BarSeries> series, DateOnly day) =>
    [
        .. series.Select((each, i) => i % 2 == 0 ? each : new BarSeries(each.Instrument, each.Resolution, Array.ConvertAll(each.Bars.ToArray(), bar => bar.Day > day
            ? bar
            : bar with { Open = bar.Open * 2, High = bar.High * 2, Low = bar.Low * 2, Close = bar.Close * 2 })))
    ];
}

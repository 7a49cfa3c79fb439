using AlphaMix.Core.Features;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Spans;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Experiments.PublishedDefects;

[TestFixture]
public class AuthorsDataTests
{
    private static readonly IReadOnlyList<BarSeries> Series = SmallMarket.Generate();

    private static TrainingConfiguration Configuration => SmallMarket.Configuration() with { Features = new FeatureOptions { Scaler = ScalerKind.PerInstrument } };

    [Test]
    public void Prepare_NothingOn_IsTheProductsOwnData()
    {
        var own = TrainingData.Prepare(Series, Configuration);

        var data = AuthorsData.Prepare(Series, Configuration, DepartureSet.None);

        Assert.Multiple(() =>
        {
            Assert.That(data.Panel.Rows.AsSpan().SequenceEqual(own.Panel.Rows));
            Assert.That(data.Training, Is.EqualTo(own.Training));
            Assert.That(data.Validation, Is.EqualTo(own.Validation));
        });
    }

    [Test]
    public void Prepare_FullSampleScale_LetsTheTestSpanIntoTheFeatures_AndNothingElseDoes()
    {
        var poisoned = SmallMarket.Poison(Series, SmallMarket.Split.TestFrom);
        var leak = new DepartureSet(Departure.FullSampleScale);

        Assert.Multiple(() =>
        {
            Assert.That(FirstRow(poisoned, leak), Is.Not.EqualTo(FirstRow(Series, leak)));
            Assert.That(FirstRow(poisoned, DepartureSet.None), Is.EqualTo(FirstRow(Series, DepartureSet.None)));
        });
    }

    [Test]
    public void Prepare_UpOnZero_ChangesTheLabelsOfUnchangedPricesAlone()
    {
        var flat = Series.Select(Flattened).ToArray();
        var honest = AuthorsData.Prepare(flat, Configuration, DepartureSet.None).Training;

        var asPublished = AuthorsData.Prepare(flat, Configuration, new DepartureSet(Departure.UpOnZero)).Training;

        var changed = Enumerable.Range(0, honest.Length).Where(i => honest[i] != asPublished[i]).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(changed, Is.Not.Empty);
            Assert.That(changed.All(i => honest[i].Label == 0 && asPublished[i].Label == 1));
            Assert.That(changed.All(i => IsFlat(flat[honest[i].Instrument], honest[i].Day)));
        });
    }

    [Test]
    public void RawClose_TakesDividendsOut_AndKeepsPricesWithoutThem()
    {
        var bar = new Bar(new DateTime(2015, 1, 2), 8, 10, 6, 9, 100, PriceFactor: 0.5, SplitFactor: 0.25);

        var raw = RawClosePrices.From(new BarSeries("A", BarResolution.Daily, [bar])).Bars[0];

        Assert.Multiple(() =>
        {
            Assert.That(raw.Close, Is.EqualTo(bar.SplitAdjustedClose));
            Assert.That((raw.Open, raw.High, raw.Low), Is.EqualTo((16, 20, 12)));
            Assert.That((raw.PriceFactor, raw.SplitFactor), Is.EqualTo((1, 0.25)));
            Assert.That(raw.Close / raw.Scale, Is.EqualTo(bar.Close / bar.Scale), "the price as traded");
        });
    }

    [Test]
    public void RunningMeanSoup_IsAMeanOfMeansThatKeepsEverything()
    {
        // (1 + 3) / 2 = 2; (2 + 3 + 7) / 3 = 4.
        Assert.That(RunningMeanSoup.Compute([[1f], [3f], [7f]]), Is.EqualTo(new[] { 4f }));
    }

    private static float[] FirstRow(IReadOnlyList<BarSeries> series, DepartureSet departures) =>
        AuthorsData.Prepare(series, Configuration, departures).Panel.Rows[..11];

    private static BarSeries Flattened(BarSeries series)
    {
        var bars = series.Bars.ToArray();
        for (var i = 1; i < bars.Length; i += 10)
        {
            var close = bars[i - 1].Close;
            bars[i] = bars[i] with { Open = close, High = close, Low = close, Close = close };
        }

        return new BarSeries(series.Instrument, series.Resolution, bars);
    }

    private static bool IsFlat(BarSeries series, DateOnly day)
    {
        var bars = series.Usable().Bars;
        var at = 0;
        while (bars[at].Day < day)
            at++;
        return bars[at + 1].Close == bars[at].Close;
    }
}

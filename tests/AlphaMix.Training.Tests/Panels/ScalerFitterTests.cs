using AlphaMix.Core.Features;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Tests.Pools;

namespace AlphaMix.Training.Tests.Panels;

[TestFixture]
internal sealed class ScalerFitterTests
{
    private static readonly DateOnly From = new(2014, 9, 1);
    private static readonly DateOnly To = new(2015, 3, 1);
    private static readonly Panel Market = Panel.Compute(SmallMarket.Generate(), FeatureSpec.Paper());

    [Test]
    public void Fit_Pooled_TakesTheRowsFromTheFirstDayToTheLast()
    {
        var moments = ((PooledScaler)ScalerFitter.Fit(ScalerKind.Pooled, Market, From, To)).Moments;

        var rows = Enumerable.Range(0, Market.Series.Count).SelectMany(Rows).ToArray();
        for (var f = 0; f < Market.Spec.RowSize; f++)
        {
            var values = Array.ConvertAll(rows, row => (double)Market.Rows[row * Market.Spec.RowSize + f]);
            var mean = values.Average();
            Assert.That(moments.Mean[f], Is.EqualTo(mean).Within(1e-6));
            Assert.That(moments.Deviation[f], Is.EqualTo(Math.Sqrt(values.Average(value => (value - mean) * (value - mean)))).Within(1e-6));
        }
    }

    [Test]
    public void Fit_OnScaledRows_IsRefused()
    {
        var scaled = Market.Scaled(ScalerFitter.Fit(ScalerKind.Pooled, Market, From, To));

        Assert.That(() => ScalerFitter.Fit(ScalerKind.Pooled, scaled, From, To), Throws.InvalidOperationException);
    }

    [Test]
    public void Windows_OfASpan_EndOnItsDays()
    {
        var days = SampleBuilder.Windows(Market, From, To).Select(window => window.Day).ToArray();

        Assert.That(days, Is.All.GreaterThanOrEqualTo(From).And.All.LessThan(To));
        Assert.That(days.Distinct(), Is.EquivalentTo(
            Market.Series.SelectMany(each => each.Bars.ToArray()).Select(bar => bar.Day).Where(day => day >= From && day < To).Distinct()));
    }

    [Test]
    public void PriceLabel_OfAnUnchangedPrice_IsNotUp()
    {
        var flat = Market.Series.Select(each => new BarSeries(each.Instrument, each.Resolution, Array.ConvertAll(
            each.Bars.ToArray(), bar => bar with { Open = 10, High = 10, Low = 10, Close = 10 })));

        var samples = Labels.Build(Panel.Compute(flat, FeatureSpec.Paper()), Core.Pools.LabelSpec.CloseToClose());

        Assert.That(samples, Is.Not.Empty);
        Assert.That(samples.Select(sample => sample.Label), Is.All.Zero);
    }

    private static IEnumerable<int> Rows(int instrument)
    {
        var bars = Market.Series[instrument].Bars.ToArray();
        return Enumerable.Range(Market.Spec.Lookback - 1, bars.Length - Market.Spec.Lookback + 1)
            .Where(bar => bars[bar].Day >= From && bars[bar].Day < To)
            .Select(bar => Market.RowOfBar(instrument, bar));
    }
}

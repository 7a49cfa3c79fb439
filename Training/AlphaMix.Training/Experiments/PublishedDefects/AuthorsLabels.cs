using AlphaMix.Core.Features;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>Labels samples anew, from other prices or with a price that did not move counted as risen.</summary>
/// <param name="prices">Usable bars, in the order of the panel's instruments.</param>
/// <param name="label">What is forecast.</param>
/// <param name="horizon">Trading days ahead.</param>
/// <param name="upOnZero">Whether a return of exactly 0 is up.</param>
internal sealed class AuthorsLabels(IReadOnlyList<BarSeries> prices, PriceLabel label, int horizon, bool upOnZero)
{
    private readonly TradingDays[] _days = [.. prices.Select(TradingDays.From)];

    public Sample[] Relabel(Sample[] samples) => Array.ConvertAll(samples, sample => sample with { Label = LabelOf(sample) });

    private byte LabelOf(Sample sample)
    {
        var days = _days[sample.Instrument];
        var bars = prices[sample.Instrument].Bars;
        var d = Array.BinarySearch(days.Day, sample.Day);
        var (from, to) = label.Prices(bars, days, d, horizon);
        return to > from || (upOnZero && to == from) ? (byte)1 : (byte)0;
    }
}

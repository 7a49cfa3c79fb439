using AlphaMix.Core.Features;

namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>Prices adjusted for splits alone, as the authors' returns have them: a dividend is a loss.</summary>
internal static class RawClosePrices
{
    /// <summary>Takes the dividend factors out of a series.</summary>
    public static BarSeries From(BarSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new BarSeries(series.Instrument, series.Resolution, Array.ConvertAll(series.Bars.ToArray(), WithoutDividends));
    }

    private static Bar WithoutDividends(Bar bar) => bar with
    {
        Open = bar.Open / bar.PriceFactor,
        High = bar.High / bar.PriceFactor,
        Low = bar.Low / bar.PriceFactor,
        Close = bar.Close / bar.PriceFactor,
        PriceFactor = 1
    };
}

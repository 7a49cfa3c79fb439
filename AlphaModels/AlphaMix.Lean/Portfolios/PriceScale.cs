using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Data;

namespace AlphaMix.Lean.Portfolios;

/// <summary>
/// Factors that bring past prices to the scale of today's, when trading live: there a split or dividend changes the scale as it happens.
/// </summary>
internal static class PriceScale
{
    // The last bar at or before a time: no exchange closes longer than this.
    private static readonly TimeSpan LongestClosure = TimeSpan.FromDays(14);

    /// <summary>Returns the factors of what a slice reports, by symbol.</summary>
    public static Dictionary<Symbol, double> In(Slice slice)
    {
        var factors = slice.Splits.Values.Where(split => split.Type == SplitType.SplitOccurred)
            .ToDictionary(split => split.Symbol, split => (double)split.SplitFactor);
        foreach (var dividend in slice.Dividends.Values.Where(dividend => dividend.ReferencePrice > dividend.Distribution))
            factors[dividend.Symbol] = factors.GetValueOrDefault(dividend.Symbol, 1)
                * (double)(1 - dividend.Distribution / dividend.ReferencePrice);
        return factors;
    }

    /// <summary>Returns the factors of what happened since a time: what Adjusted history makes of the prices that were seen then.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="symbols">The securities; one without history is not in the result.</param>
    /// <param name="time">The time, in the algorithm's time zone.</param>
    public static Dictionary<Symbol, double> Since(QCAlgorithm algorithm, Symbol[] symbols, DateTime time)
    {
        var seen = Closes(algorithm, symbols, time, DataNormalizationMode.Raw);
        return Closes(algorithm, symbols, time, DataNormalizationMode.Adjusted)
            .Where(close => seen.GetValueOrDefault(close.Key) > 0)
            .ToDictionary(close => close.Key, close => (double)(close.Value / seen[close.Key]));
    }

    private static Dictionary<Symbol, decimal> Closes(QCAlgorithm algorithm, Symbol[] symbols, DateTime time, DataNormalizationMode mode)
    {
        var closes = new Dictionary<Symbol, decimal>();
        var history = algorithm.History(
            symbols, time - LongestClosure, time.AddDays(1), Resolution.Daily, fillForward: false, dataNormalizationMode: mode);
        foreach (var bar in history.TakeWhile(slice => slice.Time <= time).SelectMany(slice => slice.Bars.Values))
            closes[bar.Symbol] = bar.Close;
        return closes;
    }
}

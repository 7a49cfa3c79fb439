using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What kind of market each day was, from prices up to that day's close alone.</summary>
/// <remarks>
/// <para>The market is the mean close-to-close return of all instruments with a bar on the day and on the day before. Volatility is its
/// standard deviation over the last 60 days, today included; a day is calm, normal or turbulent by the thirds of the volatilities of all
/// <i>earlier</i> days of the data (at least 60 of them). Trend is the sign of the market's summed return over the same 60 days.</para>
/// <para>A definition of our own, chosen so that nothing later than the decision is used; thresholds from the whole span would be
/// hindsight.</para>
/// </remarks>
internal sealed class MarketRegimes
{
    /// <summary>Days behind each volatility and trend, and volatilities behind the first thresholds.</summary>
    public const int Window = 60;

    private readonly Dictionary<DateOnly, (string Volatility, string Trend)> _labels = [];

    private MarketRegimes()
    {
    }

    /// <summary>Gets the names of the volatility regimes, lowest first.</summary>
    public static IReadOnlyList<string> VolatilityNames { get; } = ["calm", "normal", "turbulent"];

    /// <summary>Gets the names of the trend regimes.</summary>
    public static IReadOnlyList<string> TrendNames { get; } = ["rising", "falling"];

    /// <summary>Labels the days of a grid.</summary>
    /// <param name="history">Prices from well before the days asked about, at least 120 days, for every day to have a regime.</param>
    public static MarketRegimes Compute(MarketGrid history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var regimes = new MarketRegimes();
        var market = MarketReturns.Compute(history);
        var earlier = new List<double>();
        for (var day = Window; day < market.Length; day++)
        {
            var window = market.AsSpan(day - Window + 1, Window);
            var moments = Moments.Compute(window);
            var volatility = moments.Deviation;
            regimes._labels[history.Days[day]] =
                (earlier.Count < Window ? string.Empty : Third(volatility, earlier), TrendNames[moments.Sum > 0 ? 0 : 1]);
            var place = earlier.BinarySearch(volatility);
            earlier.Insert(place < 0 ? ~place : place, volatility);
        }

        return regimes;
    }

    /// <summary>Returns the volatility regime of a day; empty when too few days lie before it.</summary>
    public string Volatility(DateOnly day) => _labels.TryGetValue(day, out var found) ? found.Volatility : string.Empty;

    /// <summary>Returns the trend of a day; empty when too few days lie before it.</summary>
    public string Trend(DateOnly day) => _labels.TryGetValue(day, out var found) ? found.Trend : string.Empty;

    private static string Third(double volatility, List<double> sorted)
    {
        var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sorted);
        return VolatilityNames[volatility <= Distribution.Quantile(values, 1 / 3.0) ? 0
            : volatility <= Distribution.Quantile(values, 2 / 3.0) ? 1 : 2];
    }
}

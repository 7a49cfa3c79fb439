using AlphaMix.Core.Features;

namespace AlphaMix.Training.Panels;

/// <summary>The days of one instrument: where each day's first and last bar lie in its series.</summary>
/// <param name="Day">The days, ascending.</param>
/// <param name="First">Index of each day's first bar.</param>
/// <param name="Last">Index of each day's last bar.</param>
public sealed record TradingDays(DateOnly[] Day, int[] First, int[] Last)
{
    /// <summary>Gets the number of days.</summary>
    public int Count => Day.Length;

    /// <summary>Finds the days of a series; days without a bar are missing.</summary>
    /// <param name="series">The series; bars that are not usable count like others.</param>
    public static TradingDays From(BarSeries series)
    {
        var days = new List<DateOnly>(series.Count);
        var first = new List<int>(series.Count);
        var last = new List<int>(series.Count);
        var bars = series.Bars;
        for (var i = 0; i < bars.Length; i++)
        {
            var day = bars[i].Day;
            if (days.Count == 0 || days[^1] != day)
            {
                days.Add(day);
                first.Add(i);
                last.Add(i);
            }
            else
                last[^1] = i;
        }

        return new TradingDays([.. days], [.. first], [.. last]);
    }
}

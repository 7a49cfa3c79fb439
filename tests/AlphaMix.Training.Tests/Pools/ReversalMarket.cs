using AlphaMix.Core.Features;
using AlphaMix.Core.Numerics;
using AlphaMix.Training.Data.Simulation;

namespace AlphaMix.Training.Tests.Pools;

/// <summary>A market with one factor in which a name's own return is followed by a small part of its opposite, or by nothing.</summary>
internal static class ReversalMarket
{
    public static readonly DateOnly From = new(2010, 1, 4);

    /// <summary>Makes the bars. Each day opens at the close before, so that open to open is close to close.</summary>
    /// <param name="names">Number of instruments.</param>
    /// <param name="days">Number of trading days.</param>
    /// <param name="reversal">The planted IC: correlation of a day's own return with the opposite of the next one's.</param>
    /// <param name="seed">Seed.</param>
    public static BarSeries[] Generate(int names, int days, double reversal, long seed)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market, 77);
        var calendar = UsTradingCalendar.Days(From, From.AddDays(2 * days)).Take(days).ToArray();
        var bars = Enumerable.Range(0, names).Select(_ => new Bar[days]).ToArray();
        var close = Enumerable.Repeat(50.0, names).ToArray();
        var own = new double[names];
        for (var t = 0; t < days; t++)
        {
            var market = 0.008 * random.NextNormal();
            for (var i = 0; i < names; i++)
            {
                own[i] = -reversal * own[i] + 0.015 * random.NextNormal();
                var (open, next) = (close[i], close[i] * (1 + market + own[i]));
                bars[i][t] = new Bar(calendar[t].ToDateTime(default), open, Math.Max(open, next), Math.Min(open, next), next, 1000);
                close[i] = next;
            }
        }

        return [.. bars.Select((each, i) => new BarSeries($"R{i:000}", BarResolution.Daily, each))];
    }

    /// <summary>Gives the day of an index.</summary>
    public static DateOnly Day(IReadOnlyList<BarSeries> series, int index) => series[0].Bars[index].Day;
}

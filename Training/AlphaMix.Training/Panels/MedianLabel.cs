using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Panels;

/// <summary><c>beatsMedian</c>: whether an instrument earned more than the median of all.</summary>
/// <remarks>
/// For the market day t (a day on which any instrument has a usable bar) the returns from the open of the next market day to the open h
/// market days later are compared: those of all instruments that traded on the three days, with a full window or not. The label is 1
/// strictly above their median, and 0 below it and at it; who ties with the median, or is the median of an odd number, has 0. A halted
/// instrument has no label for a return it could not have earned. With fewer than two instruments a day has no labels. Nothing before the
/// next open enters a label.
/// </remarks>
internal sealed class MedianLabel : ILabel
{
    /// <summary>The one there is.</summary>
    public static readonly MedianLabel Instance = new();

    private MedianLabel()
    {
    }

    public string Name => LabelSpec.BeatsMedianName;

    public Sample[] Build(Panel panel, int horizon)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var days = Array.ConvertAll([.. panel.Series], TradingDays.From);
        var market = days.SelectMany(each => each.Day).Distinct().Order().ToArray();
        var returns = Array.ConvertAll(Enumerable.Range(0, days.Length).ToArray(), i => Returns(panel, i, days[i], market, horizon));
        var medians = Enumerable.Range(0, market.Length).Select(
            d => Median([.. returns.Select(own => own[d]).Where(value => !double.IsNaN(value))])).ToArray();

        var samples = new List<Sample>();
        for (var i = 0; i < days.Length; i++)
        {
            for (int own = 0, d = 0; own < days[i].Count; own++)
            {
                while (market[d] != days[i].Day[own])
                    d++;
                var offset = panel.WindowOffset(i, days[i].Last[own]);
                if (offset >= 0 && !double.IsNaN(returns[i][d]) && !double.IsNaN(medians[d]))
                    samples.Add(new Sample(i, market[d], offset, market[d + 1 + horizon], returns[i][d] > medians[d] ? (byte)1 : (byte)0));
            }
        }

        return [.. samples];
    }

    /// <summary>
    /// Returns an instrument's return behind each market day; NaN where it did not trade on the day, the next, or the one h days later.
    /// </summary>
    private static double[] Returns(Panel panel, int instrument, TradingDays days, DateOnly[] market, int horizon)
    {
        var opens = new double[market.Length];
        Array.Fill(opens, double.NaN);
        for (int own = 0, d = 0; own < days.Count; own++)
        {
            while (market[d] != days.Day[own])
                d++;
            opens[d] = panel.Series[instrument].Bars[days.First[own]].Open;
        }

        var returns = new double[market.Length];
        for (var d = 0; d < market.Length; d++)
        {
            returns[d] = d + 1 + horizon < market.Length && !double.IsNaN(opens[d])
                ? opens[d + 1 + horizon] / opens[d + 1] - 1
                : double.NaN;
        }

        return returns;
    }

    private static double Median(double[] values)
    {
        if (values.Length < 2)
            return double.NaN;
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }
}

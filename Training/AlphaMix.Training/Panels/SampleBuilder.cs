using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Panels;

/// <summary>Finds the samples of a panel: one an instrument and day, at the day's last bar, once its window is full.</summary>
internal static class SampleBuilder
{
    /// <summary>Gives the samples whose label is known, instrument after instrument, days ascending.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="label">
    /// What is forecast. The bars ahead are the instrument's next usable ones: a halt lengthens the label, it does not end it. A label against the
    /// median is different: all instruments are compared between the same two opens, and who has no bar there has no label.
    /// </param>
    public static Sample[] Labelled(Panel panel, LabelSpec label)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(label);
        if (label.Kind == LabelKind.BeatsMedian)
            return MedianLabels.Build(panel, label);
        var samples = new List<Sample>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var bars = panel.Series[i].Bars;
            var days = TradingDays.Of(panel.Series[i]);
            for (var d = 0; d + label.Reach < days.Count; d++)
            {
                var offset = panel.WindowOffset(i, days.Last[d]);
                if (offset < 0)
                    continue;
                var (from, to) = Prices(bars, days, d, label);
                samples.Add(new Sample(i, days.Day[d], offset, days.Day[d + label.Reach], to > from ? (byte)1 : (byte)0));
            }
        }

        return [.. samples];
    }

    /// <summary>Gives every window that ends on a day in [<paramref name="from"/>, <paramref name="to"/>), label known or not, in the same order; labels are 0.</summary>
    public static Sample[] Windows(Panel panel, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var samples = new List<Sample>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var days = TradingDays.Of(panel.Series[i]);
            for (var d = 0; d < days.Count; d++)
            {
                var offset = panel.WindowOffset(i, days.Last[d]);
                if (offset >= 0 && days.Day[d] >= from && days.Day[d] < to)
                    samples.Add(new Sample(i, days.Day[d], offset, days.Day[d], 0));
            }
        }

        return [.. samples];
    }

    private static (double From, double To) Prices(ReadOnlySpan<Bar> bars, TradingDays days, int d, LabelSpec label) =>
        label.Kind == LabelKind.CloseToClose
            ? (bars[days.Last[d]].Close, bars[days.Last[d + label.Horizon]].Close)
            : (bars[days.First[d + 1]].Open, bars[days.First[d + 1 + label.Horizon]].Open);
}

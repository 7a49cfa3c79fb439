namespace AlphaMix.Training.Panels;

/// <summary>Finds the windows of a panel: one an instrument and day, at the day's last bar, once it is full.</summary>
internal static class SampleBuilder
{
    /// <summary>
    /// Returns every window that ends on a day in [<paramref name="from"/>, <paramref name="to"/>), label known or not, in the same order;
    /// labels are 0.
    /// </summary>
    public static Sample[] Windows(Panel panel, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var samples = new List<Sample>();
        for (var i = 0; i < panel.Series.Count; i++)
        {
            var days = TradingDays.From(panel.Series[i]);
            for (var d = 0; d < days.Count; d++)
            {
                var offset = panel.WindowOffset(i, days.Last[d]);
                if (offset >= 0 && days.Day[d] >= from && days.Day[d] < to)
                    samples.Add(new Sample(i, days.Day[d], offset, days.Day[d], 0));
            }
        }

        return [.. samples];
    }
}

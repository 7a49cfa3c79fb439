using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Import;

/// <summary>Turns the times of a file into LEAN's: the start of the bar, in the time zone of the market.</summary>
/// <param name="format">What the times of the file mean.</param>
/// <param name="from">The time zone of the file.</param>
/// <param name="to">The time zone of the market.</param>
internal sealed class BarClock(CsvFormat format, TimeZoneInfo from, TimeZoneInfo to)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly bool _isSameZone = from.HasSameRules(to);

    /// <summary>Converts a time.</summary>
    /// <param name="time">The time of the file; receives that of LEAN.</param>
    /// <returns>What is wrong with it, as found and expected; null when nothing is.</returns>
    public string? Fault(ref DateTime time)
    {
        if (format.Resolution == BarResolution.Daily)
            return time.TimeOfDay == TimeSpan.Zero ? null : "found a time of day, expected a date alone (--resolution hour reads hourly bars)";
        if (time.Ticks % TimeSpan.TicksPerMinute != 0)
            return "found a time with seconds, expected whole minutes";
        if (from.IsInvalidTime(time))
            return $"found a time that {from.Id} skips when its clocks go forward, expected one that exists";
        if (!_isSameZone)
            time = TimeZoneInfo.ConvertTime(time, from, to);
        if (format.Stamp == BarStamp.End)
            time -= Hour;
        return null;
    }

    /// <summary>Requires that hourly bars do not overlap.</summary>
    /// <exception cref="DataException">A bar starts less than an hour after the one before.</exception>
    public void RequireLength(string file, List<PriceRow> rows)
    {
        if (format.Resolution == BarResolution.Daily)
            return;
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].Time - rows[i - 1].Time < Hour)
                throw new DataException(
                    $"{file}:{rows[i].Line}: found a bar {(rows[i].Time - rows[i - 1].Time).TotalMinutes:F0} minutes after the one before, "
                        + $"expected hourly bars; make hourly bars of them first.");
        }
    }
}

using System.Globalization;

namespace AlphaMix.Training.Data.Import;

/// <summary>Reads dates and times of CSV files.</summary>
internal static class CsvDates
{
    private static readonly string[] YearFirst = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];
    private static readonly string[] DayFirst = [.. YearFirst, "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly string[] MonthFirst = [.. YearFirst, "M/d/yyyy", "M-d-yyyy", "M.d.yyyy"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "HHmm", "HHmmss"];

    /// <summary>Returns how a date may be written, for a message.</summary>
    public static string Example(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "31/01/2020 or 2020-01-31",
        DateOrder.MonthFirst => "01/31/2020 or 2020-01-31",
        _ => "2020-01-31 (--dates day-first or month-first reads others)"
    };

    /// <summary>Reads a date, with a time of day behind a space or a T, or in a field of its own.</summary>
    /// <param name="date">The date, alone or with a time.</param>
    /// <param name="time">The time of day where it has a field of its own; null where it has none.</param>
    /// <param name="order">How dates are written.</param>
    /// <param name="value">Receives both; midnight without a time.</param>
    public static bool TryRead(string date, string? time, DateOrder order, out DateTime value)
    {
        var cut = time is null ? date.IndexOfAny([' ', 'T']) : -1;
        if (cut > 0)
            (date, time) = (date[..cut], date[(cut + 1)..]);
        var formats = order switch
        {
            DateOrder.DayFirst => DayFirst,
            DateOrder.MonthFirst => MonthFirst,
            _ => YearFirst
        };
        var clock = default(DateTime);
        var isRead = TryExact(date, formats, out value) && (time is null || TryExact(time, Times, out clock));
        value = value.Date + clock.TimeOfDay;
        return isRead;
    }

    private static bool TryExact(string text, string[] formats, out DateTime value) => DateTime.TryParseExact(
        text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out value);
}

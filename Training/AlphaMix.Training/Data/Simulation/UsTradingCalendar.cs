namespace AlphaMix.Training.Data.Simulation;

/// <summary>
/// The days on which the US stock exchanges open: weekdays without the full holidays, by rule, and without the unplanned closures since
/// 1998.
/// </summary>
/// <remarks>Rules of the New York Stock Exchange, Rule 7.2; valid from 1998 on.</remarks>
internal static class UsTradingCalendar
{
    /// <summary>Closures that no rule foresees: 11 September, hurricane Sandy, days of mourning.</summary>
    private static readonly HashSet<DateOnly> Unplanned =
    [
        new(2001, 9, 11), new(2001, 9, 12), new(2001, 9, 13), new(2001, 9, 14), new(2004, 6, 11), new(2007, 1, 2),
        new(2012, 10, 29), new(2012, 10, 30), new(2018, 12, 5), new(2025, 1, 9)
    ];

    /// <summary>Returns the trading days of a span, oldest first.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included.</param>
    public static IReadOnlyList<DateOnly> Days(DateOnly from, DateOnly to)
    {
        var days = new List<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (IsOpen(day))
                days.Add(day);
        }

        return days;
    }

    /// <summary>Returns whether the exchanges open on a day.</summary>
    /// <param name="day">A day from 1998 on.</param>
    public static bool IsOpen(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day) && !Unplanned.Contains(day);

    /// <summary>Returns whether trading ends at 13:00: before Independence Day, after Thanksgiving, and on Christmas Eve.</summary>
    /// <param name="day">A day from 1998 on.</param>
    public static bool ClosesEarly(DateOnly day) => IsOpen(day) && (day.Month, day.Day) switch
    {
        (7, 3) => true,
        (11, _) => day == Nth(day.Year, 11, DayOfWeek.Thursday, 4).AddDays(1),
        (12, 24) => true,
        _ => false
    };

    private static bool IsHoliday(DateOnly day)
    {
        var year = day.Year;
        return day.Month switch
        {
            // A New Year's Day on a Saturday is not made up for: 31 December is a trading day.
            1 => day == new DateOnly(year, 1, 1) || day == AfterSunday(new DateOnly(year, 1, 1))
                || day == Nth(year, 1, DayOfWeek.Monday, 3),
            2 => day == Nth(year, 2, DayOfWeek.Monday, 3),
            3 or 4 => day == Easter(year).AddDays(-2),
            5 => day.DayOfWeek == DayOfWeek.Monday && day.Day > 24,
            6 => year >= 2022 && day == Observed(new DateOnly(year, 6, 19)),
            7 => day == Observed(new DateOnly(year, 7, 4)),
            9 => day == Nth(year, 9, DayOfWeek.Monday, 1),
            11 => day == Nth(year, 11, DayOfWeek.Thursday, 4),
            12 => day == Observed(new DateOnly(year, 12, 25)),
            _ => false
        };
    }

    private static DateOnly Observed(DateOnly holiday) =>
        holiday.DayOfWeek == DayOfWeek.Saturday ? holiday.AddDays(-1) : AfterSunday(holiday);

    private static DateOnly AfterSunday(DateOnly holiday) => holiday.DayOfWeek == DayOfWeek.Sunday ? holiday.AddDays(1) : holiday;

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - first.DayOfWeek + 7) % 7 + 7 * (n - 1));
    }

    /// <remarks>The anonymous Gregorian algorithm (Meeus 1991, "Astronomical Algorithms", chapter 8).</remarks>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var month = (h + l - 7 * m + 114) / 31;
        return new DateOnly(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }
}

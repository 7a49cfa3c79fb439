namespace AlphaMix.Core.Features.Residuals;

/// <summary>
/// Says on which days a model is refitted: a function of the date alone, so that a stream begun on any day refits on the days that training
/// did.
/// </summary>
internal static class RefitCalendar
{
    /// <summary>Weekdays between two fits.</summary>
    public const int Weekdays = ResidualFunction.BlockDays;

    // A Monday. Whatever lies before it counts as the first block.
    private static readonly int Epoch = new DateOnly(1950, 1, 2).DayNumber;

    /// <summary>
    /// Returns the number of the block of <see cref="Weekdays"/> weekdays that a day lies in; a weekend belongs to its Friday. Holidays
    /// count as weekdays.
    /// </summary>
    public static int BlockOf(DateOnly day)
    {
        var days = Math.Max(0, day.DayNumber - Epoch);
        return (days / 7 * 5 + Math.Min(days % 7, 4)) / Weekdays;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AlphaMix.Training.Journals;

/// <summary>
/// A market's regular hours on every trading day. Early closes are not known: the market then has no price after them, either.
/// </summary>
/// <param name="Open">Opening time.</param>
/// <param name="Close">Closing time, after <paramref name="Open"/>.</param>
/// <param name="Zone">The time zone of both.</param>
internal sealed record SessionHours(TimeOnly Open, TimeOnly Close, TimeZoneInfo Zone)
{
    /// <summary>The hours of US equities.</summary>
    public const string UnitedStates = "09:30-16:00 America/New_York";

    /// <summary>Reads hours and zone, such as <see cref="UnitedStates"/>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SessionHours? hours)
    {
        hours = null;
        if (text.Split(' ', 2) is not [{ Length: 11 } times, var zone] || times[5] != '-'
            || !TryParseTime(times[..5], out var open) || !TryParseTime(times[6..], out var close) || close <= open
            || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            return false;
        hours = new SessionHours(open, close, found);
        return true;
    }

    /// <summary>Reads hours and zone, such as <see cref="UnitedStates"/>.</summary>
    /// <exception cref="FormatException">The text is no such thing, or the machine does not know the zone.</exception>
    public static SessionHours Parse(string text) => TryParse(text, out var hours)
        ? hours
        : throw new FormatException($"Expected hours and a time zone, such as \"{UnitedStates}\", found \"{text}\".");

    /// <summary>Returns when a session opens, in UTC.</summary>
    public DateTime OpenUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Open), Zone);

    /// <summary>Returns when a session closes, in UTC.</summary>
    public DateTime CloseUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Close), Zone);

    private static bool TryParseTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}

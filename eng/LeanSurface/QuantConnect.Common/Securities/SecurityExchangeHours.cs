using System.Collections.Generic;
using System;
using AlphaMix.LeanSurface;

namespace QuantConnect.Securities;

// Behaving, for New York and markets that never close. LEAN makes them from its database, AddEquity of the surface without holidays.
public class SecurityExchangeHours
{
    internal static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private readonly TimeSpan _open;
    private readonly TimeSpan _close;
    private readonly Dictionary<DateTime, TimeSpan> _earlyCloses;

    internal static readonly SecurityExchangeHours Regular = new(
        new TimeSpan(9, 30, 0), new TimeSpan(16, 0, 0), [], [], isAlwaysOpen: false);

    internal SecurityExchangeHours(
        TimeSpan open, TimeSpan close, HashSet<DateTime> holidays, Dictionary<DateTime, TimeSpan> earlyCloses, bool isAlwaysOpen)
    {
        _open = open;
        _close = close;
        _earlyCloses = earlyCloses;
        Holidays = holidays;
        IsMarketAlwaysOpen = isAlwaysOpen;
    }

    public HashSet<DateTime> Holidays { get; }

    public IReadOnlyDictionary<DateTime, TimeSpan> EarlyCloses => _earlyCloses;

    public bool IsMarketAlwaysOpen { get; }

    public TimeSpan RegularMarketDuration => IsMarketAlwaysOpen ? TimeSpan.FromDays(1) : _close - _open;

    public static SecurityExchangeHours AlwaysOpen(NodaTime.DateTimeZone timeZone) =>
        new(TimeSpan.Zero, TimeSpan.FromDays(1), [], [], isAlwaysOpen: true);

    public bool IsDateOpen(DateTime localDateTime, bool extendedMarketHours = false) => IsMarketAlwaysOpen ||
        (localDateTime.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(localDateTime.Date));

    public bool IsOpen(DateTime localDateTime, bool extendedMarketHours) =>
        IsDateOpen(localDateTime)
            && (IsMarketAlwaysOpen || (localDateTime.TimeOfDay >= _open && localDateTime < CloseOf(localDateTime.Date)));

    public bool IsOpen(DateTime startLocalDateTime, DateTime endLocalDateTime, bool extendedMarketHours) => throw Declared.Only();

    public DateTime GetNextMarketOpen(DateTime localDateTime, bool extendedMarketHours)
    {
        RefuseExtended(extendedMarketHours);
        if (IsMarketAlwaysOpen)
            return localDateTime;
        for (var day = localDateTime.Date; ; day = day.AddDays(1))
        {
            if (IsDateOpen(day) && day + _open >= localDateTime)
                return day + _open;
        }
    }

    public DateTime GetNextMarketClose(DateTime localDateTime, bool extendedMarketHours)
    {
        RefuseExtended(extendedMarketHours);
        for (var day = localDateTime.Date; ; day = day.AddDays(1))
        {
            if (IsDateOpen(day) && CloseOf(day) > localDateTime)
                return CloseOf(day);
        }
    }

    // A day has one session here.
    public DateTime GetNextMarketClose(DateTime localDateTime, bool extendedMarketHours, bool lastClose) =>
        GetNextMarketClose(localDateTime, extendedMarketHours);

    public DateTime GetNextTradingDay(DateTime date)
    {
        var day = date.Date.AddDays(1);
        while (!IsDateOpen(day))
            day = day.AddDays(1);
        return day;
    }

    public DateTime GetPreviousTradingDay(DateTime localDate)
    {
        var day = localDate.Date.AddDays(-1);
        while (!IsDateOpen(day))
            day = day.AddDays(-1);
        return day;
    }

    internal DateTime ToUtc(DateTime local) =>
        IsMarketAlwaysOpen ? local : TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), NewYork);

    internal DateTime ToLocal(DateTime utc) =>
        IsMarketAlwaysOpen ? utc : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), NewYork);

    private static void RefuseExtended(bool extendedMarketHours)
    {
        if (extendedMarketHours)
            throw Declared.Only("Extended market hours");
    }

    private DateTime CloseOf(DateTime day) =>
        IsMarketAlwaysOpen ? day.AddDays(1) : day + _earlyCloses.GetValueOrDefault(day, _close);
}

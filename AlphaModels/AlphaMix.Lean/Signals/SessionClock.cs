using QuantConnect.Securities;

namespace AlphaMix.Lean.Signals;

/// <summary>Computes when days of trading close. Caches the last result: all bars of a slice have the same hours and time.</summary>
internal class SessionClock
{
    private SecurityExchangeHours? _hours;
    private DateTime _after;
    private DateTime _close;

    /// <summary>
    /// Returns the last regular close of the first trading day that has one after a time: a lunch break ends no day. Midnight where the
    /// market never closes.
    /// </summary>
    /// <param name="hours">The exchange's hours.</param>
    /// <param name="after">Exchange's local time.</param>
    public virtual DateTime NextClose(SecurityExchangeHours hours, DateTime after)
    {
        if (!ReferenceEquals(hours, _hours) || after != _after)
        {
            _close = hours.IsMarketAlwaysOpen ? after.Date.AddDays(1) : hours.GetNextMarketClose(after, false, lastClose: true);
            (_hours, _after) = (hours, after);
        }

        return _close;
    }

    /// <summary>Returns the close of the session that lies <paramref name="sessions"/> ahead.</summary>
    public DateTime CloseAhead(SecurityExchangeHours hours, DateTime after, int sessions)
    {
        var close = after;
        for (var i = 0; i < sessions; i++)
            close = NextClose(hours, close);
        return close;
    }
}

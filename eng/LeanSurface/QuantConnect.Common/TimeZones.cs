using NodaTime;

namespace QuantConnect;

// Declared: names to hand on.
public static class TimeZones
{
    public static readonly DateTimeZone Utc = new Zone();

    public static readonly DateTimeZone NewYork = new Zone();

    private sealed class Zone : DateTimeZone
    {
    }
}

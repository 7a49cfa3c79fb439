using AlphaMix.LeanSurface;

namespace QuantConnect.Scheduling;

// Declared.
public class DateRules
{
    internal DateRules()
    {
    }

    public IDateRule MonthStart(int daysOffset = 0) => throw Declared.Only();

    public IDateRule MonthStart(Symbol symbol, int daysOffset = 0, bool extendedMarketHours = true) => throw Declared.Only();

    public IDateRule MonthStart(string symbol, int daysOffset = 0, bool extendedMarketHours = true) => throw Declared.Only();
}

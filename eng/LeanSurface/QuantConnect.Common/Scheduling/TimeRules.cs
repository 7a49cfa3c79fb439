using AlphaMix.LeanSurface;

namespace QuantConnect.Scheduling;

// Declared.
public class TimeRules
{
    internal TimeRules()
    {
    }

    public ITimeRule Midnight => throw Declared.Only();
}

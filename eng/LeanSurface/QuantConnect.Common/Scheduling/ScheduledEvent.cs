namespace QuantConnect.Scheduling;

// Declared.
public class ScheduledEvent
{
    internal ScheduledEvent()
    {
    }
}

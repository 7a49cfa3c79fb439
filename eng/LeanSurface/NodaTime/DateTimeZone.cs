namespace NodaTime;

// Declared: the name of a parameter type, for tests that build securities. The plugin itself never touches NodaTime.
public abstract class DateTimeZone
{
    internal DateTimeZone()
    {
    }
}

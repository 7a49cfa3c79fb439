namespace QuantConnect.Scheduling;

// Trimmed, so nothing outside may implement it.
public interface IDateRule
{
    string Name { get; }
}

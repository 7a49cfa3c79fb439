namespace QuantConnect.Scheduling;

// Trimmed, so nothing outside may implement it.
public interface ITimeRule
{
    string Name { get; }
}

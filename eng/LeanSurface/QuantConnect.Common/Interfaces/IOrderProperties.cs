namespace QuantConnect.Interfaces;

// Trimmed: the name of a parameter type.
public interface IOrderProperties
{
}

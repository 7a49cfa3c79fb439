using AlphaMix.LeanSurface;

namespace QuantConnect.Securities;

// Trimmed, so nothing outside may implement it.
public interface ICurrencyConverter
{
    string AccountCurrency { get; }
}

public class ErrorCurrencyConverter : ICurrencyConverter
{
    public static ICurrencyConverter Instance = new ErrorCurrencyConverter();

    private ErrorCurrencyConverter()
    {
    }

    public string AccountCurrency => throw Declared.Only();
}

namespace QuantConnect.Securities;

// Behaving.
public class Cash
{
    public Cash(string symbol, decimal amount, decimal conversionRate)
    {
        Symbol = symbol;
        Amount = amount;
        ConversionRate = conversionRate;
    }

    public string Symbol { get; private set; }

    public decimal Amount { get; private set; }

    public decimal ConversionRate { get; private set; }
}

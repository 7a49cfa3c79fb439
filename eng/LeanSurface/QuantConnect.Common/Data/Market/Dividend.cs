using System;

namespace QuantConnect.Data.Market;

// Behaving. LEAN hides the reference price; it is Value minus nothing here.
public class Dividend : BaseData
{
    public Dividend()
    {
        DataType = MarketDataType.Auxiliary;
    }

    public Dividend(Symbol symbol, DateTime date, decimal distribution, decimal referencePrice)
        : this()
    {
        Symbol = symbol;
        Time = date;
        Distribution = distribution;
        ReferencePrice = referencePrice;
    }

    public decimal Distribution
    {
        get => Value;
        set => Value = value;
    }

    public decimal ReferencePrice { get; set; }
}

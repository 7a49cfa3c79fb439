using System;

namespace QuantConnect.Data.Market;

// Behaving.
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

using System;

namespace QuantConnect.Data.Market;

// Behaving.
public class Delisting : BaseData
{
    public Delisting()
    {
        DataType = MarketDataType.Auxiliary;
    }

    public Delisting(Symbol symbol, DateTime date, decimal price, DelistingType type)
        : this()
    {
        Symbol = symbol;
        Time = date;
        Value = price;
        Type = type;
    }

    public DelistingType Type { get; }
}

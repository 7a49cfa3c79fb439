using System;

namespace QuantConnect.Data.Market;

// Behaving.
public class Split : BaseData
{
    public Split()
    {
        DataType = MarketDataType.Auxiliary;
    }

    public Split(Symbol symbol, DateTime date, decimal price, decimal splitFactor, SplitType type)
        : this()
    {
        Symbol = symbol;
        Time = date;
        ReferencePrice = price;
        SplitFactor = splitFactor;
        Type = type;
    }

    public decimal ReferencePrice
    {
        get => Value;
        set => Value = value;
    }

    public decimal SplitFactor { get; set; }

    public SplitType Type { get; }
}

using System;

namespace QuantConnect.Data.Market;

// Behaving.
public class SymbolChangedEvent : BaseData
{
    public SymbolChangedEvent()
    {
        DataType = MarketDataType.Auxiliary;
    }

    public SymbolChangedEvent(Symbol requestedSymbol, DateTime date, string oldSymbol, string newSymbol)
        : this()
    {
        Symbol = requestedSymbol;
        Time = date;
        OldSymbol = oldSymbol;
        NewSymbol = newSymbol;
    }

    public string OldSymbol { get; }

    public string NewSymbol { get; }
}

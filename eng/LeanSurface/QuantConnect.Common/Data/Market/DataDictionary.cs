using System;
using System.Collections.Generic;
using Common.Util;

namespace QuantConnect.Data.Market;

// Behaving.
public class DataDictionary<T> : BaseExtendedDictionary<Symbol, T>
{
    public DataDictionary()
    {
    }

    public DataDictionary(DateTime time)
    {
        Time = time;
    }

    public DataDictionary(IEnumerable<T> data, Func<T, Symbol> keySelector)
        : base(data, keySelector)
    {
    }

    public DateTime Time { get; set; }

    public override T this[Symbol symbol]
    {
        get =>
            TryGetValue(symbol, out var value) ? value
                : throw new KeyNotFoundException($"'{symbol}' wasn't found in the {GetType().Name} object.");
        set => base[symbol] = value;
    }
}

public class TradeBars : DataDictionary<TradeBar>
{
    public TradeBars()
    {
    }

    public TradeBars(DateTime frontier)
        : base(frontier)
    {
    }
}

public class Dividends : DataDictionary<Dividend>
{
    public Dividends()
    {
    }

    public Dividends(DateTime frontier)
        : base(frontier)
    {
    }
}

public class Splits : DataDictionary<Split>
{
    public Splits()
    {
    }

    public Splits(DateTime frontier)
        : base(frontier)
    {
    }
}

public class Delistings : DataDictionary<Delisting>
{
    public Delistings()
    {
    }

    public Delistings(DateTime frontier)
        : base(frontier)
    {
    }
}

public class SymbolChangedEvents : DataDictionary<SymbolChangedEvent>
{
    public SymbolChangedEvents()
    {
    }

    public SymbolChangedEvents(DateTime frontier)
        : base(frontier)
    {
    }
}

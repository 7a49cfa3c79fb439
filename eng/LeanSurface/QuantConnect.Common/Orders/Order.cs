using System;
using QuantConnect.Interfaces;

namespace QuantConnect.Orders;

// Behaving: what a slippage model reads of an order. Orders are made and filled by the engine.
public abstract class Order
{
    protected Order()
    {
    }

    protected Order(Symbol symbol, decimal quantity, DateTime time, string tag = "", IOrderProperties properties = null)
    {
        Symbol = symbol;
        Quantity = quantity;
        Time = time;
        Tag = tag;
        _ = properties;
    }

    public Symbol Symbol { get; private set; }

    public virtual decimal Quantity { get; internal set; }

    public DateTime Time { get; private set; }

    public string Tag { get; private set; }

    public abstract OrderType Type { get; }
}

public class MarketOrder : Order
{
    public MarketOrder()
    {
    }

    public MarketOrder(
        Symbol symbol, decimal quantity, DateTime time, decimal price, string tag = "", IOrderProperties properties = null)
        : base(symbol, quantity, time, tag, properties)
    {
        _ = price;
    }

    public MarketOrder(Symbol symbol, decimal quantity, DateTime time, string tag = "", IOrderProperties properties = null)
        : base(symbol, quantity, time, tag, properties)
    {
    }

    public override OrderType Type => OrderType.Market;
}

public class MarketOnOpenOrder : Order
{
    public MarketOnOpenOrder()
    {
    }

    public MarketOnOpenOrder(Symbol symbol, decimal quantity, DateTime time, string tag = "", IOrderProperties properties = null)
        : base(symbol, quantity, time, tag, properties)
    {
    }

    public override OrderType Type => OrderType.MarketOnOpen;
}

using System;
using AlphaMix.LeanSurface;

namespace QuantConnect.Securities;

// Behaving: a quantity at an average price, in dollars.
public class SecurityHolding
{
    private readonly Security _security;

    internal SecurityHolding(Security security)
    {
        _security = security;
    }

    public decimal AveragePrice { get; protected set; }

    public decimal Quantity { get; protected set; }

    public Symbol Symbol => _security.Symbol;

    public SecurityType Type => _security.Type;

    public virtual decimal Price
    {
        get => _security.Price;
        protected set => throw Declared.Only();
    }

    public virtual decimal AbsoluteQuantity => Math.Abs(Quantity);

    public virtual decimal HoldingsValue => Quantity * Price;

    public virtual decimal AbsoluteHoldingsValue => Math.Abs(HoldingsValue);

    public virtual decimal HoldingsCost => Quantity * AveragePrice;

    public virtual bool HoldStock => Quantity != 0;

    public virtual bool Invested => HoldStock;

    public virtual bool IsLong => Quantity > 0;

    public virtual bool IsShort => Quantity < 0;

    public virtual void SetHoldings(decimal averagePrice, int quantity) => SetHoldings(averagePrice, (decimal)quantity);

    public virtual void SetHoldings(decimal averagePrice, decimal quantity)
    {
        AveragePrice = averagePrice;
        Quantity = quantity;
    }
}

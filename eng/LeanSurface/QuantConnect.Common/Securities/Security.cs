using System.Collections.Generic;
using System.Dynamic;
using System;
using AlphaMix.LeanSurface;
using Python.Runtime;
using QuantConnect.Data.Market;
using QuantConnect.Data;
using QuantConnect.Orders.Fees;
using QuantConnect.Orders.Slippage;

namespace QuantConnect.Securities;

// Behaving: subscriptions, last price, holdings. Made by the algorithm; LEAN's public constructors need its currencies and registries.
public class Security : DynamicObject
{
    private readonly List<SubscriptionDataConfig> _subscriptions = [];
    private BaseData _last;

    internal Security(Symbol symbol, SecurityExchange exchange, SymbolProperties symbolProperties)
    {
        Symbol = symbol;
        Exchange = exchange;
        SymbolProperties = symbolProperties;
        Holdings = new SecurityHolding(this);
        FeeModel = new FeeModel();
    }

    public Symbol Symbol { get; private set; }

    public SecurityType Type => Symbol.ID.SecurityType;

    public SecurityExchange Exchange { get; set; }

    public SymbolProperties SymbolProperties { get; protected set; }

    public SecurityHolding Holdings { get; set; }

    public IFeeModel FeeModel { get; set; }

    public ISlippageModel SlippageModel { get; set; }

    public bool IsDelisted { get; set; }

    public virtual bool IsTradable { get; set; }

    public IEnumerable<SubscriptionDataConfig> Subscriptions => _subscriptions;

    public bool HasData => _last is not null;

    public virtual bool HoldStock => Holdings.HoldStock;

    public virtual bool Invested => HoldStock;

    public virtual decimal Price => _last?.Value ?? 0;

    public virtual decimal Open => (_last as TradeBar)?.Open ?? Price;

    public virtual decimal High => (_last as TradeBar)?.High ?? Price;

    public virtual decimal Low => (_last as TradeBar)?.Low ?? Price;

    public virtual decimal Close => Price;

    public virtual decimal Volume => (_last as TradeBar)?.Volume ?? 0;

    public BaseData GetLastData() => _last;

    public void SetMarketPrice(BaseData data) => _last = data;

    public void SetFeeModel(IFeeModel feelModel) => FeeModel = feelModel;

    public void SetFeeModel(PyObject feelModel) => throw Declared.Only();

    public void SetSlippageModel(ISlippageModel slippageModel) => SlippageModel = slippageModel;

    public void SetSlippageModel(PyObject slippageModel) => throw Declared.Only();

    public override string ToString() => Symbol.ToString();

    internal void AddSubscription(SubscriptionDataConfig config) => _subscriptions.Add(config);
}

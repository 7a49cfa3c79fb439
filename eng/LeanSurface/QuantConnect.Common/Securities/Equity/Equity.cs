using AlphaMix.LeanSurface;
using QuantConnect.Data;

namespace QuantConnect.Securities.Equity;

public class Equity : Security
{
    public Equity(
        SecurityExchangeHours exchangeHours, SubscriptionDataConfig config, Cash quoteCurrency, SymbolProperties symbolProperties,
        ICurrencyConverter currencyConverter, IRegisteredSecurityDataTypesProvider registeredTypes, Exchange primaryExchange = null)
        : base(config.Symbol, new EquityExchange(exchangeHours), symbolProperties)
    {
        AddSubscription(config);
        IsTradable = true;
    }

    public Equity(
        Symbol symbol, SecurityExchangeHours exchangeHours, Cash quoteCurrency, SymbolProperties symbolProperties,
        ICurrencyConverter currencyConverter,
        IRegisteredSecurityDataTypesProvider registeredTypes, SecurityCache securityCache, Exchange primaryExchange = null)
        : base(symbol, null, symbolProperties)
    {
        throw Declared.Only();
    }
}

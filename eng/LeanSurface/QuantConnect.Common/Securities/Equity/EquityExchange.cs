namespace QuantConnect.Securities.Equity;

public class EquityExchange : SecurityExchange
{
    public EquityExchange()
        : base(null)
    {
        throw AlphaMix.LeanSurface.Declared.Only();
    }

    public EquityExchange(SecurityExchangeHours exchangeHours)
        : base(exchangeHours)
    {
    }
}

namespace QuantConnect.Securities.Equity;

public class EquityExchange : SecurityExchange
{
    public EquityExchange(SecurityExchangeHours exchangeHours)
        : base(exchangeHours)
    {
    }
}

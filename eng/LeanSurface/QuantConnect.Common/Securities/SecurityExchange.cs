using System;

namespace QuantConnect.Securities;

// Behaving.
public class SecurityExchange
{
    public SecurityExchange(SecurityExchangeHours exchangeHours)
    {
        Hours = exchangeHours;
    }

    public SecurityExchangeHours Hours { get; }

    public bool DateIsOpen(DateTime dateToCheck, bool extendedMarketHours = false) => Hours.IsDateOpen(dateToCheck, extendedMarketHours);
}

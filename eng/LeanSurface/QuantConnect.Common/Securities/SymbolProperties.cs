namespace QuantConnect.Securities;

// Behaving.
public class SymbolProperties
{
    public SymbolProperties(
        string description, string quoteCurrency, decimal contractMultiplier, decimal minimumPriceVariation, decimal lotSize,
        string marketTicker,
        decimal? minimumOrderSize = null, decimal priceMagnifier = 1m, decimal strikeMultiplier = 1m)
    {
        Description = description;
        QuoteCurrency = quoteCurrency;
        ContractMultiplier = contractMultiplier;
        MinimumPriceVariation = minimumPriceVariation;
        LotSize = lotSize;
        MarketTicker = marketTicker;
        MinimumOrderSize = minimumOrderSize;
        PriceMagnifier = priceMagnifier;
        StrikeMultiplier = strikeMultiplier;
    }

    public string Description { get; }

    public string QuoteCurrency { get; }

    public virtual decimal ContractMultiplier { get; }

    public virtual decimal MinimumPriceVariation { get; }

    public decimal LotSize { get; }

    public string MarketTicker { get; }

    public decimal? MinimumOrderSize { get; }

    public decimal PriceMagnifier { get; }

    public decimal StrikeMultiplier { get; }

    public static SymbolProperties GetDefault(string quoteCurrency) => new("", quoteCurrency, 1, 0.01m, 1, "");
}

using System;
using System.Globalization;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Interfaces;

namespace QuantConnect.Algorithm.Framework.Portfolio;

// Behaving, without margin: LEAN also subtracts fees and leaves what would be too small an order.
public class PortfolioTarget : IPortfolioTarget
{
    public PortfolioTarget(Symbol symbol, int quantity, string tag = "")
        : this(symbol, (decimal)quantity, tag)
    {
    }

    public PortfolioTarget(Symbol symbol, decimal quantity, string tag = "")
    {
        Symbol = symbol;
        Quantity = quantity;
        Tag = tag;
    }

    public PortfolioTarget(Symbol symbol, InsightDirection insightDirection, string tag = "")
        : this(symbol, (int)insightDirection, tag)
    {
    }

    public Symbol Symbol { get; }

    public decimal Quantity { get; }

    public string Tag { get; }

    public static IPortfolioTarget Percent(IAlgorithm algorithm, Symbol symbol, double percent) => Percent(algorithm, symbol, percent, "");

    public static IPortfolioTarget Percent(IAlgorithm algorithm, Symbol symbol, double percent, string tag) =>
        Percent(algorithm, symbol, (decimal)percent, false, tag);

    public static IPortfolioTarget Percent(
        IAlgorithm algorithm, Symbol symbol, decimal percent, bool returnDeltaQuantity = false, string tag = "")
    {
        if (!algorithm.Securities.TryGetValue(symbol, out var security))
        {
            algorithm.Error($"{symbol} was not found in the portfolio. Request this data when initializing the algorithm.");
            return null;
        }

        if (security.Price == 0)
        {
            algorithm.Error($"{symbol}: The security does not have an accurate price as it has not yet received a bar of data.");
            return null;
        }

        var lot = security.SymbolProperties.LotSize;
        var lots = decimal.Truncate(percent * algorithm.Portfolio.TotalPortfolioValueLessFreeBuffer / security.Price / lot);
        return new PortfolioTarget(symbol, lots * lot - (returnDeltaQuantity ? security.Holdings.Quantity : 0), tag);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Symbol}: {Quantity}");
}

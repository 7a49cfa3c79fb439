using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Portfolios;

/// <summary>The algorithm's positions and their prices.</summary>
internal static class ActualHoldings
{
    /// <summary>Returns the portfolio weight of a security, negative for a short position; 0 for one that is not there.</summary>
    public static double Weight(QCAlgorithm algorithm, Symbol symbol)
    {
        var total = algorithm.Portfolio.TotalPortfolioValue;
        return total > 0 ? (double)(Value(algorithm, symbol) / total) : 0;
    }

    /// <summary>Returns the value of a position in the account's currency, negative for a short one.</summary>
    public static decimal Value(QCAlgorithm algorithm, Symbol symbol) =>
        algorithm.Securities.TryGetValue(symbol, out var security) ? security.Holdings.Quantity * security.Price : 0;

    /// <summary>Returns the price of now: 0 before the first one, NaN for a security that is not there.</summary>
    public static double Price(QCAlgorithm algorithm, Symbol symbol) =>
        algorithm.Securities.TryGetValue(symbol, out var security) ? (double)security.Price : double.NaN;

    /// <summary>Returns the number of shares, negative for a short position.</summary>
    public static decimal Quantity(QCAlgorithm algorithm, Symbol symbol) =>
        algorithm.Securities.TryGetValue(symbol, out var security) ? security.Holdings.Quantity : 0;
}

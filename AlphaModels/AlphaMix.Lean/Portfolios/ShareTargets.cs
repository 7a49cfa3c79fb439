using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean.Portfolios;

/// <summary>
/// Targets in shares for a plan that leaves positions alone: those keep their shares, and the money that they leave buys the ones that
/// enter.
/// </summary>
internal static class ShareTargets
{
    /// <summary>Creates one target a position.</summary>
    public static IEnumerable<IPortfolioTarget> Create(QCAlgorithm algorithm, PortfolioPlan plan, Func<PlannedPosition, bool> isAllowed)
    {
        var longUnit = Unit(algorithm, plan, 1, plan.LongExposure, plan.LongShares, isAllowed);
        var shortUnit = Unit(algorithm, plan, -1, plan.ShortExposure, plan.ShortShares, isAllowed);
        foreach (var position in plan.Positions)
        {
            if (isAllowed(position))
                yield return position.Stays
                    ? Stay(algorithm, position.Symbol)
                    : Worth(algorithm, position, position.Share > 0 ? longUnit : shortUnit);
        }
    }

    /// <summary>Creates the target of a position that is left alone: what is held.</summary>
    private static PortfolioTarget Stay(QCAlgorithm algorithm, Symbol symbol) => new(symbol, ActualHoldings.Quantity(algorithm, symbol));

    /// <summary>Returns the money for one share of a side: what the side may have less what its positions that stay hold.</summary>
    private static decimal Unit(
        QCAlgorithm algorithm, PortfolioPlan plan, int sign, double exposure, double shares, Func<PlannedPosition, bool> isAllowed)
    {
        if (shares <= 0)
            return 0;
        var staying = plan.Positions.Where(position => position.Stays && isAllowed(position))
            .Sum(position => Math.Max(sign * ActualHoldings.Value(algorithm, position.Symbol), 0));
        return Math.Max((decimal)exposure * algorithm.Portfolio.TotalPortfolioValueLessFreeBuffer - staying, 0) / (decimal)shares;
    }

    private static PortfolioTarget Worth(QCAlgorithm algorithm, PlannedPosition position, decimal unit)
    {
        if (!algorithm.Securities.TryGetValue(position.Symbol, out var security) || security.Price <= 0)
            return new PortfolioTarget(position.Symbol, 0m);
        var lot = security.SymbolProperties.LotSize;
        return new PortfolioTarget(position.Symbol, decimal.Truncate((decimal)position.Share * unit / security.Price / lot) * lot);
    }
}

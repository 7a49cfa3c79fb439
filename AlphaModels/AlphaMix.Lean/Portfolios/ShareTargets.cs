using AlphaMix.Core.Portfolios;
using AlphaMix.Lean.Handover;
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
    public static IEnumerable<IPortfolioTarget> Create(
        QCAlgorithm algorithm, RankedDay day, PortfolioPlan plan, Func<PlannedPosition, bool> isAllowed)
    {
        PlannedPosition[] positions = [.. plan.Positions.Where(isAllowed)];
        var staying = positions.Where(position => position.Stays).Select(position => day.Names[position.Name]).ToArray();
        var longUnit = Unit(algorithm, staying, 1, plan.LongExposure, plan.LongShares);
        var shortUnit = Unit(algorithm, staying, -1, plan.ShortExposure, plan.ShortShares);
        foreach (var position in positions)
        {
            var symbol = day.Names[position.Name];
            yield return position.Stays
                ? Stay(algorithm, symbol)
                : Worth(algorithm, symbol, (decimal)position.Share * (position.Share > 0 ? longUnit : shortUnit));
        }
    }

    /// <summary>Creates the target of a position that is left alone: what is held.</summary>
    private static PortfolioTarget Stay(QCAlgorithm algorithm, Symbol symbol) => new(symbol, ActualHoldings.Quantity(algorithm, symbol));

    /// <summary>Returns the money for one share of a side: what the side may have less what its positions that stay hold.</summary>
    private static decimal Unit(QCAlgorithm algorithm, Symbol[] staying, int sign, double exposure, double shares)
    {
        if (shares <= 0)
            return 0;
        var kept = staying.Sum(symbol => Math.Max(sign * ActualHoldings.Value(algorithm, symbol), 0));
        return Math.Max((decimal)exposure * algorithm.Portfolio.TotalPortfolioValueLessFreeBuffer - kept, 0) / (decimal)shares;
    }

    private static PortfolioTarget Worth(QCAlgorithm algorithm, Symbol symbol, decimal money)
    {
        if (!algorithm.Securities.TryGetValue(symbol, out var security) || security.Price <= 0)
            return new PortfolioTarget(symbol, 0m);
        var lot = security.SymbolProperties.LotSize;
        return new PortfolioTarget(symbol, decimal.Truncate(money / security.Price / lot) * lot);
    }
}

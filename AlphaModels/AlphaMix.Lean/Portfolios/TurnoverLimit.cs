using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean.Portfolios;

/// <summary>Shrinks the trades of one rebalancing alike until they replace no more than a share of the portfolio.</summary>
internal static class TurnoverLimit
{
    public static void Apply(QCAlgorithm algorithm, List<IPortfolioTarget> targets, double limit)
    {
        var total = algorithm.Portfolio.TotalPortfolioValue;
        if (limit >= 1 || total <= 0)
            return;
        decimal bought = 0, sold = 0;
        foreach (var target in targets)
        {
            var security = algorithm.Securities[target.Symbol];
            var value = (target.Quantity - security.Holdings.Quantity) * security.Price;
            bought += Math.Max(value, 0);
            sold += Math.Max(-value, 0);
        }

        var turnover = Math.Max(bought, sold) / total;
        if (turnover <= (decimal)limit)
            return;
        var share = (decimal)limit / turnover;
        for (var i = 0; i < targets.Count; i++)
        {
            var security = algorithm.Securities[targets[i].Symbol];
            var lot = security.SymbolProperties.LotSize;
            var lots = decimal.Truncate((targets[i].Quantity - security.Holdings.Quantity) * share / lot);
            targets[i] = new PortfolioTarget(targets[i].Symbol, security.Holdings.Quantity + lots * lot);
        }
    }
}

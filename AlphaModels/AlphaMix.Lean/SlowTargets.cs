using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using QuantConnect.Algorithm;
using QuantConnect.Algorithm.Framework.Alphas;
using QuantConnect.Algorithm.Framework.Portfolio;

namespace AlphaMix.Lean;

/// <summary>Makes the targets of a slow portfolio: the simulator's rule, in shares.</summary>
internal static class SlowTargets
{
    /// <summary>Gives one target a candidate; one that stays is aimed at what is held.</summary>
    public static List<IPortfolioTarget> Of(QCAlgorithm algorithm, List<Candidate> candidates, AlphaMixPortfolioOptions options)
    {
        var halted = candidates.FindAll(candidate => Begins(candidate, SlowWord.Halted));
        var ups = candidates.FindAll(candidate => candidate.Direction != InsightDirection.Down && !Begins(candidate, SlowWord.Halted));
        var downs = candidates.FindAll(candidate => candidate.Direction == InsightDirection.Down && !Begins(candidate, SlowWord.Halted));
        ups.Sort(Candidate.ByConfidence);
        downs.Sort(Candidate.ByConfidence);
        downs.Reverse();
        Candidate[] ranking = [.. ups, .. downs];
        var decisions = Decide(algorithm, ranking, halted.Count(candidate => Quantity(algorithm, candidate) > 0), options);

        var targets = halted.ConvertAll<IPortfolioTarget>(candidate => Stay(algorithm, candidate));
        var side = ranking.Any(candidate => candidate.Weight < 0) ? 0.5m : 1m;
        var longs = Entry(algorithm, ranking, decisions, halted, HoldingDecision.Buy, 1, side);
        var shorts = Entry(algorithm, ranking, decisions, halted, HoldingDecision.SellShort, -1, side);
        for (var i = 0; i < ranking.Length; i++)
        {
            targets.Add(decisions[i] switch
            {
                HoldingDecision.Keep => Stay(algorithm, ranking[i]),
                HoldingDecision.Buy => Worth(algorithm, ranking[i], longs),
                HoldingDecision.SellShort => Worth(algorithm, ranking[i], -shorts),
                _ => new PortfolioTarget(ranking[i].Symbol, 0m)
            });
        }

        return targets;
    }

    private static HoldingDecision[] Decide(QCAlgorithm algorithm, Candidate[] ranking, int stuck, AlphaMixPortfolioOptions options)
    {
        var decisions = new HoldingDecision[ranking.Length];
        var rule = new TradingRule { MaxTurnover = options.MaxTurnover, LongShort = ranking.Any(candidate => candidate.Weight < 0) };
        var held = Math.Max(ranking.Count(candidate => candidate.Weight > 0), ranking.Count(candidate => candidate.Weight < 0));
        var total = algorithm.Portfolio.TotalPortfolioValue;
        if (ranking.Any(candidate => Begins(candidate, SlowWord.Rebuild)))
            HoldingRule.Build(ranking.Length, held, rule, decisions);
        else if (total > 0)
            HoldingRule.Decide([.. ranking.Select(candidate => (double)(Value(algorithm, candidate) / total))], stuck, held, rule, decisions);
        return decisions;
    }

    /// <summary>Gives the money for each name that enters a side: what the side may have less what its names that stay hold, in equal parts.</summary>
    private static decimal Entry(
        QCAlgorithm algorithm, Candidate[] ranking, HoldingDecision[] decisions, List<Candidate> halted, HoldingDecision entry, int sign, decimal side)
    {
        var count = decisions.Count(decision => decision == entry);
        if (count == 0)
            return 0;
        var staying = ranking.Where((_, i) => decisions[i] == HoldingDecision.Keep).Concat(halted).Sum(candidate => Math.Max(sign * Value(algorithm, candidate), 0));
        return Math.Max(side * algorithm.Portfolio.TotalPortfolioValueLessFreeBuffer - staying, 0) / count;
    }

    private static PortfolioTarget Stay(QCAlgorithm algorithm, Candidate candidate) =>
        new PortfolioTarget(candidate.Symbol, Quantity(algorithm, candidate));

    private static PortfolioTarget Worth(QCAlgorithm algorithm, Candidate candidate, decimal money)
    {
        if (!algorithm.Securities.TryGetValue(candidate.Symbol, out var security) || security.Price <= 0)
            return new PortfolioTarget(candidate.Symbol, 0m);
        var lot = security.SymbolProperties.LotSize;
        return new PortfolioTarget(candidate.Symbol, decimal.Truncate(money / security.Price / lot) * lot);
    }

    private static decimal Quantity(QCAlgorithm algorithm, Candidate candidate) =>
        algorithm.Securities.TryGetValue(candidate.Symbol, out var security) ? security.Holdings.Quantity : 0;

    private static decimal Value(QCAlgorithm algorithm, Candidate candidate) =>
        algorithm.Securities.TryGetValue(candidate.Symbol, out var security) ? security.Holdings.Quantity * security.Price : 0;

    private static bool Begins(Candidate candidate, string tag) => candidate.Insight.Tag is { } own && own.StartsWith(tag, StringComparison.Ordinal);
}

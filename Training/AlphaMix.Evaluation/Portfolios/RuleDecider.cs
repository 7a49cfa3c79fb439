using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Decides by the rule in force on the day, from its ranking and the ledger's drifted weights.</summary>
internal sealed class RuleDecider(FillTable fills, RankedPortfolio portfolio, double costBps) : IDecider
{
    private readonly RenamedRanking _ranking = new(portfolio.Ranking, fills);
    private readonly RuleSession _session = new(portfolio.Rules.First, costBps);

    /// <inheritdoc/>
    public string? Fallback => _session.Fallback;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Shares => default;

    /// <inheritdoc/>
    public void Clear() => _session.Clear();

    /// <inheritdoc/>
    public void Decide(int day, ReadOnlySpan<int> names, Ledger ledger, PortfolioTargets targets)
    {
        _ranking.Read(day, names);
        _session.Rule = portfolio.Rules.At(fills.Day(day));
        var known = new PortfolioDay
        {
            Ranking = _ranking.Order,
            Scores = _ranking.Scores,
            Weights = ledger.Weights,
            Held = ledger.Held,
            States = fills.States(day)
        };
        _session.Decide(known, targets);
    }
}

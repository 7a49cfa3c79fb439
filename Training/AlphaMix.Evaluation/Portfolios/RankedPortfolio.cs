using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>One ranking, traded by the rules of its pools.</summary>
/// <param name="Ranking">The ranking; null for a rule that needs none.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RankedPortfolio(Ranking? Ranking, RuleTimeline Rules) : Portfolio
{
    /// <inheritdoc/>
    public override IDecider Open(Simulator simulator, ICostModel costs) => new RuleDecider(simulator.Fills, this, costs.ExpectedBps);
}

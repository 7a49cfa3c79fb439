using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Portfolios;

/// <summary>Several rankings, each traded by its rules on paper, among which a mixture divides one portfolio.</summary>
/// <param name="Mixture">The mixture.</param>
/// <param name="Parts">What it divides the portfolio among, in the order in which it sees them.</param>
internal sealed record MixedPortfolio(IStrategyMixture Mixture, IReadOnlyList<RankedPortfolio> Parts) : Portfolio
{
    /// <inheritdoc/>
    public override IDecider Open(Simulator simulator, ICostModel costs) => new MixtureDecider(simulator, this, costs.ExpectedBps);
}

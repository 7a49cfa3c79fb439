using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>How a mixture divided its portfolio, at the highest costs.</summary>
/// <param name="Mixture">The mixture.</param>
/// <param name="Parts">Its strategies, in the order in which it sees them.</param>
internal sealed record MixtureEvaluation(IStrategyMixture Mixture, IReadOnlyList<MixturePartEvaluation> Parts)
{
    /// <summary>Summarises the shares of all days.</summary>
    /// <param name="strategy">A strategy, traded at the highest costs.</param>
    /// <param name="shares">Its shares, shape <c>(days, strategies in the mixture)</c>.</param>
    /// <returns>Null for a strategy that is no mixture.</returns>
    public static MixtureEvaluation? From(Strategy strategy, double[][] shares) => strategy.Mixture is not { } mixture
        ? null
        : new MixtureEvaluation(
            mixture, [.. strategy.Parts.Select((part, p) => Summary(part.Name, Array.ConvertAll(shares, day => day[p])))]);

    private static MixturePartEvaluation Summary(string name, double[] shares) =>
        new(name, Moments.Compute(shares).Mean, shares.Min(), shares.Max(), shares[^1]) { Daily = shares };
}

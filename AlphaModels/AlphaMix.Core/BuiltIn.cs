using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core;

/// <summary>The extensions that this library brings; every reader starts from them when it is passed no others.</summary>
public static class BuiltIn
{
    /// <summary>
    /// Gets the portfolio rules <c>dailyTopK</c>, <c>rankBuffer</c> and <c>equalWeight</c>, the cost model <c>proportional</c>, the
    /// strategy mixtures <c>equal</c>, <c>record</c> and <c>leader</c>, and the feature functions (<see cref="FeatureFunctions"/>).
    /// </summary>
    public static ExtensionSet Extensions { get; } = FeatureFunctions.AddTo(ExtensionSet.Empty)
        .With<PortfolioRuleFactory>(DailyTopK.RuleName, DailyTopK.Create)
        .With<PortfolioRuleFactory>(RankBuffer.RuleName, RankBuffer.Create)
        .With<PortfolioRuleFactory>(EqualWeight.RuleName, EqualWeight.Create)
        .With<CostModelFactory>(ProportionalCosts.ModelName, ProportionalCosts.Create)
        .With<StrategyMixtureFactory>(EqualMixture.MixtureName, EqualMixture.Create)
        .With<StrategyMixtureFactory>(RecordMixture.MixtureName, RecordMixture.Create)
        .With<StrategyMixtureFactory>(LeaderMixture.MixtureName, LeaderMixture.Create);
}

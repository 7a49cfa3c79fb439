using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Extensions;

/// <summary>The names that this library brings.</summary>
public static class BuiltIn
{
    /// <summary>Gets the portfolio rules <c>dailyTopK</c>, <c>rankBuffer</c> and <c>equalWeight</c>, and the cost model <c>proportional</c>.</summary>
    public static ExtensionSet Extensions { get; } = ExtensionSet.Empty
        .With<PortfolioRuleFactory>(DailyTopK.RuleName, DailyTopK.Create)
        .With<PortfolioRuleFactory>(RankBuffer.RuleName, RankBuffer.Create)
        .With<PortfolioRuleFactory>(EqualWeight.RuleName, EqualWeight.Create)
        .With<CostModelFactory>(ProportionalCosts.ModelName, ProportionalCosts.Create);
}

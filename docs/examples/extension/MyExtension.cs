using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Forecasters;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Routers;

namespace MyAlpha;

/// <summary>Registers one of each seam.</summary>
public sealed class MyExtension : IExtension
{
    public ExtensionSet Extend(ExtensionSet extensions) => extensions
        .With<FeatureFunctionFactory>("overnight", parameters => new Overnight(parameters))
        .With<LabelFactory>("aboveMargin", parameters => new AboveMargin(parameters))
        .With<RouterFactory>("trimmedMean", (state, groups) => new TrimmedMean(state, groups))
        .With<IRouterFitter>("trimmedMean", new TrimmedMeanFitter())
        .With<ForecasterFactory>("leaning", (state, features) => new Leaning(state, features))
        .With<IForecasterTrainer>("leaning", new LeaningTrainer())
        .With<PortfolioRuleFactory>("inverseRank", parameters => new InverseRank(parameters))
        .With<CostModelFactory>("thinMarket", parameters => new ThinMarket(parameters))
        .With<StrategyMixtureFactory>("equalRisk", parameters => new EqualRisk(parameters))
        .With<IBaseline>("Stump", new Stump())
        .With<IReportSection>("tradingCosts", new TradingCosts());
}

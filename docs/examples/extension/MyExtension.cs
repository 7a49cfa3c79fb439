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

/// <summary>Registers what a pool needs wherever it is used: in training, in evaluations and in LEAN.</summary>
public sealed class MyExtension : IExtension
{
    public ExtensionSet Extend(ExtensionSet extensions) => extensions
        .With<FeatureFunctionFactory>("overnight", parameters => new Overnight(parameters))
        .With<RouterFactory>("trimmedMean", (state, groups) => new TrimmedMean(state, groups))
        .With<ForecasterFactory>("leaning", (state, features) => new Leaning(state, features))
        .With<PortfolioRuleFactory>("inverseRank", parameters => new InverseRank(parameters))
        .With<CostModelFactory>("thinMarket", parameters => new ThinMarket(parameters))
        .With<StrategyMixtureFactory>("equalRisk", parameters => new EqualRisk(parameters));
}

/// <summary>Registers what only training and reports need. LEAN leaves this class out: it has no trainer.</summary>
public sealed class MyTraining : IExtension
{
    public ExtensionSet Extend(ExtensionSet extensions) => extensions
        .With<LabelFactory>("aboveMargin", parameters => new AboveMargin(parameters))
        .With<IRouterFitter>("trimmedMean", new TrimmedMeanFitter())
        .With<IForecasterTrainer>("leaning", new LeaningTrainer())
        .With<IBaseline>("Stump", new Stump())
        .With<IReportSection>("tradingCosts", new TradingCosts());
}

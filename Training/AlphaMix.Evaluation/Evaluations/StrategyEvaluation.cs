using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>What one strategy was worth on the span, traded by its own rule. A value that is not defined is NaN.</summary>
public sealed record StrategyEvaluation
{
    /// <summary>Gets the strategy's name, such as <c>V</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the rules that traded it with their first decision days, at least one: dated pools trade each by its own. All have one name;
    /// pools in a row with equal parameters share an entry. Of a mixture, those of its first strategy.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<DateOnly, IPortfolioRule>> Rules { get; init; }

    /// <summary>Gets the first of <see cref="Rules"/>.</summary>
    public IPortfolioRule Rule => Rules[0].Value;

    /// <summary>Gets how a mixture divided the portfolio; null for a strategy with scores of its own.</summary>
    internal MixtureEvaluation? Mixture { get; init; }

    /// <summary>Gets a value indicating whether the strategy only stands beside the others: no verdict is given on it.</summary>
    public bool IsComparator { get; init; }

    /// <summary>Gets the metrics before costs.</summary>
    public required ReturnMetrics Gross { get; init; }

    /// <summary>Gets the metrics after the highest costs; with one cost, after that.</summary>
    public ReturnMetrics Net => Costs[^1].Net;

    /// <summary>Gets accuracy, IC, RankIC and their ratios, of the day's scores before averaging.</summary>
    public required InformationCoefficient Forecast { get; init; }

    /// <summary>Gets the mean share of the portfolio replaced in a day, without the first purchase.</summary>
    public required double Turnover { get; init; }

    /// <summary>Gets the mean number of experts asked per sample; NaN where that was not counted.</summary>
    public required double ExpertsUsed { get; init; }

    /// <summary>
    /// Gets the percentile of the gross Sharpe ratio among random top-k portfolios, in [0, 1]; NaN for rules that are not daily top-k.
    /// </summary>
    public required double PercentileAmongRandom { get; init; }

    /// <summary>Gets the percentile of the gross Sharpe ratio among permuted portfolios, in [0, 1].</summary>
    public required double PercentileAmongPermuted { get; init; }

    /// <summary>Gets the percentile of the net Sharpe ratio among permuted portfolios after the highest costs, in [0, 1].</summary>
    public required double PercentileAmongPermutedNet { get; init; }

    /// <summary>Gets the percentile of the information ratio over 1/N among permuted portfolios, before costs, in [0, 1].</summary>
    public required double ActivePercentileAmongPermuted { get; init; }

    /// <summary>Gets how sure the net Sharpe ratio, its difference to 1/N and the IC are.</summary>
    public required StrategyStatistics Statistics { get; init; }

    /// <summary>Gets net metrics and active return at each cost, the lowest first; at least one.</summary>
    public required IReadOnlyList<CostScenario> Costs { get; init; }

    /// <summary>Gets how much capital the portfolio carries; null when volumes are not known, and for comparators.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Gets how often the strategy's experts or groups decide differently; null when it was not counted.</summary>
    public Disagreement? Disagreement { get; init; }
}

using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Returns, forecast quality and significance of one strategy over the span, traded by its own rule. A value that is not defined is NaN.
/// </summary>
public sealed record StrategyEvaluation
{
    /// <summary>Gets the strategy's name, such as <c>V</c>; unique in the evaluation.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the rules that traded it with their first decision days, ascending, at least one: each dated pool has its own. All have one
    /// name; consecutive pools with equal parameters share an entry, and that of a rule for all days begins at
    /// <see cref="DateOnly.MinValue"/>. Of a mixture, those of its first strategy.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<DateOnly, IPortfolioRule>> Rules { get; init; }

    /// <summary>Gets the first of <see cref="Rules"/>.</summary>
    public IPortfolioRule Rule => Rules[0].Value;

    /// <summary>Gets how a mixture divided the portfolio; null for a strategy with scores of its own.</summary>
    internal MixtureEvaluation? Mixture { get; init; }

    /// <summary>
    /// Gets a value indicating whether the strategy is there for comparison alone: it gets no verdict and does not count among the
    /// strategies that tests are corrected for. Default false.
    /// </summary>
    public bool IsComparator { get; init; }

    /// <summary>Gets the metrics of the simulation without costs.</summary>
    public required ReturnMetrics Gross { get; init; }

    /// <summary>Gets the metrics after the highest costs, those of the last of <see cref="Costs"/>.</summary>
    public ReturnMetrics Net => Costs[^1].Net;

    /// <summary>
    /// Gets accuracy, IC, RankIC and their ratios: of each day's own scores, before a rule averages them, against the next return of the
    /// evaluation's fill. Without samples for a mixture, which has no scores of its own.
    /// </summary>
    public required InformationCoefficient Forecast { get; init; }

    /// <summary>
    /// Gets the mean share of the portfolio replaced a day in the simulation without costs, a fraction, without the first purchase; NaN
    /// with fewer than two days.
    /// </summary>
    public required double Turnover { get; init; }

    /// <summary>Gets the mean number of experts evaluated per scored instrument and day; NaN where that was not counted.</summary>
    public required double ExpertsUsed { get; init; }

    /// <summary>
    /// Gets the share of random portfolios (<see cref="EvaluationResult.Random"/>) with a lower gross Sharpe ratio, equal ones counted
    /// half, in [0, 1]; NaN for mixtures, for rules that are not daily top-k, and without random portfolios.
    /// </summary>
    public required double PercentileAmongRandom { get; init; }

    /// <summary>
    /// Gets the share of permuted portfolios with a lower gross Sharpe ratio, equal ones counted half, in [0, 1]; NaN without permuted
    /// portfolios. They trade the strategy's scores by its rule under permuted names, so with its turnover and without its skill.
    /// </summary>
    public required double PercentileAmongPermuted { get; init; }

    /// <summary>
    /// Gets the same share for net Sharpe ratios, strategy and permuted portfolios both after the highest costs, in [0, 1]; the verdict is
    /// about this one.
    /// </summary>
    public required double PercentileAmongPermutedNet { get; init; }

    /// <summary>
    /// Gets the same share for information ratios over 1/N before costs, in [0, 1]; NaN, besides, when the strategy's returns less 1/N's do
    /// not vary.
    /// </summary>
    public required double ActivePercentileAmongPermuted { get; init; }

    /// <summary>Gets intervals and p-values of the net Sharpe ratio, its difference to 1/N, and the IC.</summary>
    public required StrategyStatistics Statistics { get; init; }

    /// <summary>Gets the return that portfolios that anyone can buy have too; null when it was not attributed.</summary>
    internal FactorAttribution? Factors { get; init; }

    /// <summary>
    /// Gets net metrics and active return at each cost, in the order of <see cref="EvaluationResult.Costs"/>; at least one.
    /// </summary>
    public required IReadOnlyList<CostScenario> Costs { get; init; }

    /// <summary>
    /// Gets the capacity of the portfolio traded at the highest costs; null when volumes are not known, and for comparators.
    /// </summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Gets how often the strategy's experts or groups decide differently, as shares in [0, 1]; null when not counted.</summary>
    public Disagreement? Disagreement { get; init; }
}

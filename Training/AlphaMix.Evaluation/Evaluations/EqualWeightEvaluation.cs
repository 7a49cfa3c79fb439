using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>Figures of 1/N over the span: every name with a bar, scored or not, rebalanced to equal weights every day.</summary>
/// <param name="Gross">Metrics before costs.</param>
/// <param name="Net">Metrics after the highest costs.</param>
/// <param name="Turnover">
/// Mean share of the portfolio replaced a day before costs, a fraction, without the first purchase; NaN with fewer than two days.
/// </param>
/// <param name="Sharpe">Net Sharpe ratio with its two-sided 95 % interval, in the unit of <see cref="StrategyStatistics.Sharpe"/>.</param>
/// <param name="ProbabilisticSharpe">
/// Probability that the true net Sharpe ratio is above 0, in [0, 1], as in <see cref="StrategyStatistics.Probabilistic"/>: what the market
/// alone reaches.
/// </param>
public sealed record EqualWeightEvaluation(
    ReturnMetrics Gross, ReturnMetrics Net, double Turnover, ConfidenceInterval Sharpe, double ProbabilisticSharpe);

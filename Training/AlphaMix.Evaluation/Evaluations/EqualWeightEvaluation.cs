using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>What 1/N, rebalanced every day, was worth on the span.</summary>
/// <param name="Gross">Metrics before costs.</param>
/// <param name="Net">Metrics after the highest costs.</param>
/// <param name="Turnover">Mean share of the portfolio replaced in a day.</param>
/// <param name="Sharpe">Net Sharpe ratio with its two-sided 95 % interval, as in <see cref="StrategyStatistics.Sharpe"/>.</param>
/// <param name="ProbabilisticSharpe">Probability that the true net Sharpe ratio is above 0: what the market alone gives.</param>
public sealed record EqualWeightEvaluation(
    ReturnMetrics Gross, ReturnMetrics Net, double Turnover, ConfidenceInterval Sharpe, double ProbabilisticSharpe);

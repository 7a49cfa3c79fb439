using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Distribution of random portfolios over the span, before costs: each day k names drawn afresh from those with a bar, long only, in equal
/// weights, k as the first daily top-k strategy has it. They turn over almost fully every day and say nothing after costs.
/// </summary>
/// <param name="SharpeRatio">Their Sharpe ratios (<see cref="PaperMetrics.SharpeRatio"/>), one a portfolio; NaN ones left out.</param>
/// <param name="TotalReturn">Their total returns in percent (<see cref="PaperMetrics.TotalReturn"/>), one a portfolio.</param>
public sealed record RandomEvaluation(Distribution SharpeRatio, Distribution TotalReturn);

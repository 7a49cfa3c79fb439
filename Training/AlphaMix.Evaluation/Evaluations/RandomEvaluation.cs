using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>Where random top-k portfolios ended up, before costs.</summary>
/// <param name="SharpeRatio">Their Sharpe ratios by the paper's convention.</param>
/// <param name="TotalReturn">Their total returns by the paper's convention, in percent.</param>
public sealed record RandomEvaluation(Distribution SharpeRatio, Distribution TotalReturn);

namespace AlphaMix.Evaluation;

/// <summary>What 1/N was worth on the span.</summary>
/// <param name="Gross">Metrics before costs.</param>
/// <param name="Net">Metrics after costs.</param>
/// <param name="Turnover">Mean share of the portfolio replaced in a day.</param>
public sealed record EqualWeightEvaluation(ReturnMetrics Gross, ReturnMetrics Net, double Turnover);

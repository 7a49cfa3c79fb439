namespace AlphaMix.Evaluation.Statistics;

/// <summary>One of several portfolios against a benchmark on the same days. A value that is not defined is NaN.</summary>
/// <param name="Difference">Sharpe ratio less the benchmark's, per day, with the interval of this portfolio alone: two-sided, not corrected
/// for the others.</param>
/// <param name="AdjustedP">
/// Step-down p-value of "not above the benchmark", one-sided, in (0, 1]: calling all portfolios with at most 0.05 better is wrong about any
/// of them in one experiment of twenty, however many there are. NaN also for a portfolio that is the benchmark.
/// </param>
internal readonly record struct SharpeComparison(ConfidenceInterval Difference, double AdjustedP);

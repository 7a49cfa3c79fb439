using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>What a slow portfolio earned over 1/N at one cost. Both pay it.</summary>
/// <param name="CostBps">Cost of a trade in basis points of its value, each side.</param>
/// <param name="YearlyExcess">Mean daily net return over that of 1/N, times 252, a fraction.</param>
/// <param name="InformationRatio">Mean over standard deviation of the daily excess, times the root of 252, with its two-sided interval.</param>
/// <param name="Sharpe">Net Sharpe ratio a year, no risk-free rate.</param>
/// <param name="EqualWeightSharpe">That of 1/N.</param>
/// <param name="GatedDays">Days on which the gate made the portfolio 1/N.</param>
/// <param name="GateReason">Why it did first; null when it never did.</param>
public sealed record SlowAtCost(
    double CostBps, double YearlyExcess, ConfidenceInterval InformationRatio, double Sharpe, double EqualWeightSharpe, int GatedDays, string? GateReason);

using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation;

/// <summary>What one router's scores were worth on the span. A value that is not defined is NaN.</summary>
public sealed record RouterEvaluation
{
    /// <summary>Gets the router's name, such as <c>V</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the metrics before costs.</summary>
    public required ReturnMetrics Gross { get; init; }

    /// <summary>Gets the metrics after costs.</summary>
    public required ReturnMetrics Net { get; init; }

    /// <summary>Gets accuracy, IC, RankIC and their ratios.</summary>
    public required InformationCoefficient Forecast { get; init; }

    /// <summary>Gets the mean share of the portfolio replaced in a day, without the first purchase.</summary>
    public required double Turnover { get; init; }

    /// <summary>Gets the mean number of experts asked per sample.</summary>
    public required double ExpertsUsed { get; init; }

    /// <summary>Gets the percentile of the gross Sharpe ratio among random portfolios, in [0, 1].</summary>
    public required double PercentileAmongRandom { get; init; }

    /// <summary>Gets the percentile of the gross Sharpe ratio among relabelled portfolios, in [0, 1].</summary>
    public required double PercentileAmongRelabelled { get; init; }

    /// <summary>Gets the percentile of the net Sharpe ratio among relabelled portfolios after costs, in [0, 1].</summary>
    public required double PercentileAmongRelabelledNet { get; init; }

    /// <summary>Gets how sure the net Sharpe ratio, its difference to 1/N and the IC are.</summary>
    public required RouterStatistics Statistics { get; init; }

    /// <summary>Gets how much capital the portfolio carries; null when volumes are not known.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Gets how often the router's experts or groups decide differently; null when nobody counted.</summary>
    public Disagreement? Disagreement { get; init; }
}

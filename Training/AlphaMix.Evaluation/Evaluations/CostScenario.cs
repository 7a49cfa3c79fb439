using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>Returns of a strategy and of 1/N at one cost, which both pay.</summary>
public sealed record CostScenario
{
    /// <summary>Gets the cost model.</summary>
    public required ICostModel Costs { get; init; }

    /// <summary>Gets the strategy's metrics after these costs.</summary>
    public required ReturnMetrics Net { get; init; }

    /// <summary>Gets its active return over 1/N, both after these costs.</summary>
    public required ActiveReturn OverEqualWeight { get; init; }

    /// <summary>Gets the metrics of 1/N after these costs.</summary>
    public required ReturnMetrics EqualWeightNet { get; init; }

    /// <summary>
    /// Gets the number of decision days on which the strategy fell back to 1/N, which is then not rebalanced; of a mixture, the days on
    /// which all strategies with a share did.
    /// </summary>
    public required int FallbackDays { get; init; }

    /// <summary>Gets the reason of the first such day; null when there is none.</summary>
    public string? FallbackReason { get; init; }
}

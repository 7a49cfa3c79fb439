using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>What a strategy earned over 1/N at one cost, which both pay.</summary>
public sealed record CostScenario
{
    /// <summary>Gets what trades cost.</summary>
    public required ICostModel Costs { get; init; }

    /// <summary>Gets the strategy's metrics after these costs.</summary>
    public required ReturnMetrics Net { get; init; }

    /// <summary>Gets what it earned over 1/N.</summary>
    public required ActiveReturn OverEqualWeight { get; init; }

    /// <summary>Gets the metrics of 1/N after these costs.</summary>
    public required ReturnMetrics EqualWeightNet { get; init; }

    /// <summary>Gets the number of days on which the rule held 1/N instead.</summary>
    public required int FallbackDays { get; init; }

    /// <summary>Gets why it did first; null when it never did.</summary>
    public string? FallbackReason { get; init; }
}

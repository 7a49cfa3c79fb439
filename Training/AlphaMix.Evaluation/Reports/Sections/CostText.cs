using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Costs in words.</summary>
internal static class CostText
{
    /// <summary>Returns whether a model charges nothing.</summary>
    public static bool IsFree(ICostModel costs) => costs is ProportionalCosts { Bps: 0, PerShare: 0 };

    /// <summary>Returns whether the highest costs, those of the verdict, are above 0.</summary>
    public static bool HasCosts(EvaluationResult result) => !IsFree(result.HighestCosts);

    /// <summary>Returns a model for a column head or an axis: 5 bp.</summary>
    public static string Short(ICostModel costs) => costs switch
    {
        ProportionalCosts { Bps: 0, PerShare: > 0 } each => PerShare(each.PerShare),
        ProportionalCosts { PerShare: > 0 } each => $"{Display.Plain(each.Bps)} bp, {PerShare(each.PerShare)}",
        ProportionalCosts each => $"{Display.Plain(each.Bps)} bp",
        _ => $"{costs.Name}, {Display.Plain(costs.ExpectedBps)} bp"
    };

    /// <summary>Returns a model for a sentence: 5 basis points a side.</summary>
    public static string Full(ICostModel costs) => costs switch
    {
        ProportionalCosts { Bps: 0, PerShare: 0 } => "no costs",
        ProportionalCosts each => string.Join(
            " and ",
            new[] { each.Bps > 0 ? $"{Display.Plain(each.Bps)} basis points a side" : "", each.PerShare > 0 ? PerShare(each.PerShare) : "" }
                .Where(part => part.Length > 0)),
        _ => $"{costs.Name} costs ({costs.Parameters})"
    };

    /// <summary>Returns what net figures are: after 5 basis points a side, or without costs.</summary>
    public static string After(ICostModel costs) => IsFree(costs) ? "without costs" : $"after {Full(costs)}";

    /// <summary>Returns what the figures of the verdict are: after costs, with several costs after which, or without costs.</summary>
    public static string AfterHighest(EvaluationResult result) =>
        result.Costs.Count > 1 ? After(result.HighestCosts) : HasCosts(result) ? "after costs" : "without costs";

    /// <summary>Returns all costs of an evaluation: costs of 0, 5 and 10 basis points a side.</summary>
    public static string All(IReadOnlyList<ICostModel> costs) =>
        costs.Count == 1 ? IsFree(costs[0]) ? "no costs" : $"costs of {Full(costs[0])}"
        : costs.All(one => one is ProportionalCosts { PerShare: 0 })
            ? $"costs of {Display.List([.. costs.Select(one => Display.Plain(one.ExpectedBps))])} basis points a side"
            : $"costs of {Display.List([.. costs.Select(Full)])}";

    /// <summary>Returns a cost as a part of an anchor, unique among the costs: 2.5 basis points are 2-5.</summary>
    public static string Anchor(IReadOnlyList<ICostModel> costs, int index) =>
        costs.Count(one => one.ExpectedBps == costs[index].ExpectedBps) > 1
            ? $"{index + 1}"
            : Display.Plain(costs[index].ExpectedBps).Replace('.', '-').Replace(",", "", StringComparison.Ordinal);

    private static string PerShare(double money) => $"{Display.Plain(money)} a share";
}

using System.Globalization;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>
/// What the intervals of an evaluation allow to say. An edge needs an interval of the information ratio over 1/N above 0, at the lowest cost
/// and at the highest, which is not 0.
/// </summary>
public static class SlowVerdict
{
    /// <summary>Tells whether there is an edge after costs.</summary>
    /// <param name="score">What was traded.</param>
    public static bool HasEdge(SlowContender score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.AtCosts[0].InformationRatio.Lower > 0 && score.AtCosts[^1] is { CostBps: > 0, InformationRatio.Lower: > 0 };
    }

    /// <summary>Says it in a sentence or two.</summary>
    /// <param name="score">What was traded.</param>
    public static string Text(SlowContender score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var (free, dear) = (score.AtCosts[0], score.AtCosts[^1]);
        var (low, high) = (free.InformationRatio, dear.InformationRatio);
        if (double.IsNaN(low.Lower))
            return $"Verdict: no edge over 1/N can be told: the information ratio has no interval, with fewer than {SharpeBootstrap.FewestDays} days or no difference to 1/N.";
        if (!(low.Lower > 0))
            return $"Verdict: no edge over 1/N can be told from chance {(free.CostBps > 0 ? $"at {Cost(free)}" : "even before costs")}: the interval of the information ratio, {Interval(low)}, holds 0.";
        if (dear.CostBps == 0)
            return $"Verdict: ahead of 1/N before costs, {Interval(low)}; that is no edge, since nothing was charged.";
        return high.Lower > 0
            ? $"Verdict: ahead of 1/N on these days even at {Cost(dear)}. One stretch of history, looked at once, is no promise."
            : $"Verdict: ahead of 1/N before costs, but at {Cost(dear)} chance explains it: {Interval(high)} holds 0.";
    }

    private static string Cost(SlowAtCost at) => $"{Number(at.CostBps, "0.##")} bp a side";

    private static string Interval(ConfidenceInterval value) => $"{Number(value.Value)} [{Number(value.Lower)}, {Number(value.Upper)}]";

    private static string Number(double value, string format = "0.00") => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Slow;

/// <summary>
/// What the intervals of an evaluation allow to say. An edge needs an interval of the information ratio over 1/N above 0, at the lowest cost
/// and at the highest, which is not 0, with the rule trading on at least half of the days: behind a closed gate lies 1/N that is not made equal
/// again, which is ahead of 1/N by the costs it saves and knows nothing.
/// </summary>
public static class SlowVerdict
{
    /// <summary>Tells whether there is an edge after costs.</summary>
    /// <param name="result">The evaluation; its first forecast is judged.</param>
    public static bool HasEdge(SlowEvaluation result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var score = result.Contenders[0];
        return Traded(score.AtCosts[0], result) && Traded(score.AtCosts[^1], result)
            && score.AtCosts[0].InformationRatio.Lower > 0 && score.AtCosts[^1] is { CostBps: > 0, InformationRatio.Lower: > 0 };
    }

    /// <summary>Says it in a sentence or two.</summary>
    /// <param name="result">The evaluation; its first forecast is judged.</param>
    public static string Text(SlowEvaluation result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var score = result.Contenders[0];
        var (free, dear) = (score.AtCosts[0], score.AtCosts[^1]);
        var (low, high) = (free.InformationRatio, dear.InformationRatio);
        if (!Traded(free, result))
            return $"Verdict: no edge over 1/N can be told: {Closed(free, result)}.";
        if (double.IsNaN(low.Lower))
            return $"Verdict: no edge over 1/N can be told: the information ratio has no interval, with fewer than {SharpeBootstrap.FewestDays} days or no difference to 1/N.";
        if (!(low.Lower > 0))
            return $"Verdict: no edge over 1/N can be told from chance {(free.CostBps > 0 ? $"at {Cost(free)}" : "even before costs")}: the interval of the information ratio, {Interval(low)}, holds 0.";
        if (dear.CostBps == 0)
            return $"Verdict: ahead of 1/N before costs, {Interval(low)}; that is no edge, since nothing was charged.";
        if (!Traded(dear, result))
            return $"Verdict: ahead of 1/N before costs, but at {Cost(dear)} {Closed(dear, result)}.";
        return high.Lower > 0
            ? $"Verdict: ahead of 1/N on these days even at {Cost(dear)}. One stretch of history, looked at once, is no promise."
            : $"Verdict: ahead of 1/N before costs, but at {Cost(dear)} chance explains it: {Interval(high)} holds 0.";
    }

    private static bool Traded(SlowAtCost at, SlowEvaluation result) => 2 * at.GatedDays <= result.Days;

    private static string Closed(SlowAtCost at, SlowEvaluation result) =>
        $"the gate was closed on {at.GatedDays} of {result.Days} days, so that the portfolio was mostly 1/N and says nothing of the score";

    private static string Cost(SlowAtCost at) => $"{Number(at.CostBps, "0.##")} bp a side";

    private static string Interval(ConfidenceInterval value) => $"{Number(value.Value)} [{Number(value.Lower)}, {Number(value.Upper)}]";

    private static string Number(double value, string format = "0.00") => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}

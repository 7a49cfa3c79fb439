using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Says in plain words what an evaluation found.</summary>
public static class VerdictText
{
    /// <summary>One sentence on all routers.</summary>
    /// <param name="result">The evaluation.</param>
    public static string Headline(EvaluationResult result)
    {
        string[] winners = [.. result.Routers.Where(router => Verdict.Of(router, result).HasEdge).Select(router => router.Name)];
        var when = HasCosts(result.Options) ? "after costs" : "even before costs";
        if (result.Routers.Count == 0)
            return "No router was evaluated.";
        if (winners.Length == 0)
            return $"No edge {when}.";
        return $"{Display.List(winners)} {(winners.Length == 1 ? "shows" : "show")} an edge "
            + $"{(HasCosts(result.Options) ? "after costs" : "before costs")}"
            + (winners.Length == result.Routers.Count ? "." : "; the others do not.");
    }

    /// <summary>Why, for one router.</summary>
    /// <param name="router">One of the evaluation's routers.</param>
    /// <param name="result">The evaluation.</param>
    public static string Reason(RouterEvaluation router, EvaluationResult result)
    {
        var verdict = Verdict.Of(router, result);
        var against = verdict.BeatsEqualWeight ? "above" : "not above";

        // Rounded down: 94.96 % must not read as the 95 % that it misses.
        var percentile = router.PercentileAmongRelabelledNet;
        var rank = double.IsNaN(percentile)
            ? "it cannot be ranked among relabelled portfolios"
            : $"it beats {Display.Percent(Math.Floor(1000 * percentile) / 10, "0.#")} of {Display.Count(result.Portfolios)} relabelled "
                + "portfolios"
                + $" ({Display.Share(1 - result.Level, "0.##")} needed)";
        var costs = HasCosts(result.Options) ? "after costs" : "without costs";
        var (own, equalWeight) = (router.Net.Paper.SharpeRatio, result.EqualWeight.Net.Paper.SharpeRatio);
        return $"Sharpe ratio {Display.Ratio(own)} {costs}, {against} the {Display.Ratio(equalWeight)} of "
            + $"1/N{Chance(router, result, verdict)}; {rank}.";
    }

    // Only for a router that is ahead: one that is behind needs no test.
    private static string Chance(RouterEvaluation router, EvaluationResult result, Verdict verdict)
    {
        if (!verdict.BeatsEqualWeight)
            return string.Empty;
        var p = router.Statistics.DifferenceP;
        var known = double.IsNaN(p)
            ? "cannot be told from chance, with too few days to say"
            : $"{(verdict.BeyondChance ? "is more than chance gives" : "may be chance")} (p = {Display.P(p)}"
                + (result.Routers.Count > 1 ? $", allowing for {result.Routers.Count} routers" : string.Empty)
                + $"; at most {Display.P(result.Level)} needed)";
        return $", and the difference {known}";
    }

    /// <summary>What to keep in mind; one string a point.</summary>
    /// <param name="result">The evaluation.</param>
    public static IEnumerable<string> Caveats(EvaluationResult result)
    {
        yield return "Relabelled portfolios are the router's own picks under other instruments' names: same turnover, same holding "
            + "times, no knowledge."
            + $" A router that knows nothing beats {Display.Share(1 - result.Level, "0.##")} of them once in "
            + $"{Display.Plain(Math.Round(1 / result.Level))} times"
            + (result.Routers.Count > 1 ? $", and the best of {result.Routers.Count} does so more often." : ".");
        yield return "Two tests must be passed: the difference to 1/N must be more than chance gives, allowing for the number of "
            + "routers, and the picks must"
            + " be worth more than the same picks under other names.";
        if (!HasCosts(result.Options))
            yield return "No costs were charged: what is traded each day (see turnover) would have to be paid for.";
        if (result.Options.Fill == FillRule.Close)
            yield return "Fills are at the close that the scores already know, as in the paper; an order can only get the next open.";
        yield return "One span is one draw: the shaded band in the first chart shows how far apart portfolios without skill end up.";
    }

    internal static bool HasCosts(PortfolioOptions options) => options.CostBps > 0 || options.CostPerShare > 0;

    /// <summary>What trading costs.</summary>
    public static string Costs(PortfolioOptions options)
    {
        var costs = new List<string>();
        if (options.CostBps > 0)
            costs.Add($"{Display.Plain(options.CostBps)} basis points a side");
        if (options.CostPerShare > 0)
            costs.Add($"{Display.Plain(options.CostPerShare)} a share");
        return costs.Count == 0 ? "no costs" : "costs of " + string.Join(" and ", costs);
    }
}

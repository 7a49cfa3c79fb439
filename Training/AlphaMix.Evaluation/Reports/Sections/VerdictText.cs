using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The verdict of an evaluation in words.</summary>
internal static class VerdictText
{
    /// <summary>Returns one sentence on all judged strategies.</summary>
    /// <param name="result">The evaluation.</param>
    public static string Headline(EvaluationResult result)
    {
        StrategyEvaluation[] judged = [.. result.Judged];
        string[] winners = [.. judged.Where(strategy => Verdict.From(strategy, result).HasEdge).Select(strategy => strategy.Name)];
        var hasCosts = CostText.HasCosts(result);
        if (judged.Length == 0)
            return "No strategy was evaluated.";
        if (winners.Length == 0)
            return $"No edge {(hasCosts ? CostText.AfterHighest(result) : "even before costs")}.";
        return $"{Display.List(winners)} {(winners.Length == 1 ? "shows" : "show")} an edge "
            + (hasCosts ? CostText.AfterHighest(result) : "before costs")
            + (winners.Length == judged.Length ? "." : "; the others do not.");
    }

    /// <summary>Returns why, for one judged strategy.</summary>
    /// <param name="strategy">One of the evaluation's strategies.</param>
    /// <param name="result">The evaluation.</param>
    public static string Reason(StrategyEvaluation strategy, EvaluationResult result)
    {
        var verdict = Verdict.From(strategy, result);
        var (benchmark, sharpe) = Benchmark(result);
        return $"Sharpe ratio {Display.Ratio(strategy.Net.Paper.SharpeRatio)} {CostText.AfterHighest(result)}, "
            + $"{(verdict.BeatsEqualWeight ? "above" : "not above")} the {Display.Ratio(sharpe)} of {benchmark}"
            + $"{Chance(strategy, result, verdict)}; {Percentile(strategy, result)}; {Alpha(strategy, result, verdict)}"
            + $"{Fallbacks(strategy, result, verdict)}.";
    }

    /// <summary>Returns how to read the verdict, one string a point.</summary>
    /// <param name="result">The evaluation.</param>
    public static IEnumerable<string> Caveats(EvaluationResult result)
    {
        var judged = result.Judged.Count();
        yield return "An edge needs three things: a difference to 1/N, rebalanced or not, beyond chance"
            + (judged > 1 ? ", allowing for the number of strategies" : "")
            + "; a Sharpe ratio above nearly all permuted portfolios; and an alpha, beyond chance, over portfolios that anyone can buy"
            + (result.Costs.Count > 1 ? $", {CostText.AfterHighest(result)}; portfolio and 1/N pay the same costs." : ".");
        yield return "Permuted portfolios trade the strategy's own scores under other instruments' names: same turnover, same holding "
            + $"times, no information. A strategy without skill beats {Display.Share(1 - result.Level, "0.##")} of them once in "
            + $"{Display.Plain(Math.Round(1 / result.Level))} times"
            + (judged > 1 ? $", and the best of {judged} does so more often." : ".");
        if (result.Strategies.Any(strategy => strategy.IsComparator))
            yield return "Comparators stand beside the others and get no verdict: "
                + $"{string.Join("; ", result.Strategies.Where(strategy => strategy.IsComparator).Select(one => Explain(one.Name)))}.";
        if (result.Judged.Any(strategy => strategy.Costs.Any(at => at.FallbackDays > 0)))
            yield return "On some days the rule fell back to 1/N (see the fallback days). Such days are no evidence about the scores.";
        if (!CostText.HasCosts(result))
            yield return "No costs were charged: the daily turnover would have to be paid for.";
        if (result.Fill == FillRule.Close)
            yield return "Fills are at the close that the scores already know, as in the paper; an order can only get the next open.";
        yield return "One span is one draw"
            + (result.Portfolios > 0 ? ": the shaded band in the first chart shows how far apart portfolios without skill end up." : ".");
    }

    // Only for a strategy that is ahead: one that is behind needs no test.
    private static string Chance(StrategyEvaluation strategy, EvaluationResult result, Verdict verdict)
    {
        if (!verdict.BeatsEqualWeight)
            return string.Empty;
        var p = Math.Max(strategy.Statistics.DifferenceP, strategy.Factors?.OverDriftingP ?? double.NaN);
        if (double.IsNaN(p))
            return ", and the days are too few to test the difference";
        var judged = result.Judged.Count();
        return $", and the difference {(verdict.BeyondChance ? "is more than chance gives" : "may be chance")} (p = {Display.P(p)}"
            + (judged > 1 ? $", allowing for {judged} strategies" : string.Empty)
            + $"; at most {Display.P(result.Level)} needed)";
    }

    // The better of 1/N rebalanced and not rebalanced, which is the bar.
    private static (string Name, double Sharpe) Benchmark(EvaluationResult result)
    {
        var even = result.EqualWeight.Net.Paper.SharpeRatio;
        return result.Factors?.Drifting is { Net.Paper.SharpeRatio: var sharpe, Name: var name } && sharpe > even
            ? (name, sharpe)
            : ("1/N", even);
    }

    private static string Alpha(StrategyEvaluation strategy, EvaluationResult result, Verdict verdict)
    {
        if (strategy.Factors is not { } factors || double.IsNaN(factors.AlphaYearly.Value))
            return "the days are too few to regress it on what anyone can buy";
        var count = result.Factors!.Factors.Count();
        return $"1/N{(count > 0 ? $" and {Display.Count(count)} factors leave" : " leaves")} an alpha of "
            + $"{Display.Share(factors.AlphaYearly.Value)} a year"
            + (double.IsNaN(factors.AlphaP) ? string.Empty
                : $", {(verdict.AlphaHolds ? "more than chance gives" : factors.AlphaYearly.Value > 0 ? "which may be chance" : "none")} "
                    + $"(p = {Display.P(factors.AlphaP)})")
            + (result.TrialsGiven is { } trials && !double.IsNaN(factors.AlphaP)
                ? $", and of the best of {Display.Count(trials)} trials p = {Display.P(factors.TrialsP(trials))}"
                : string.Empty)
            + (verdict.AlphaHolds || factors.Explanation is not { } explanation ? string.Empty : $": {explanation} explains the return");
    }

    // Rounded down: 94.96 % must not read as the 95 % that it misses.
    private static string Percentile(StrategyEvaluation strategy, EvaluationResult result) =>
        double.IsNaN(strategy.PercentileAmongPermutedNet)
            ? "it cannot be ranked among permuted portfolios"
            : $"it beats {Display.Percent(Math.Floor(1000 * strategy.PercentileAmongPermutedNet) / 10, "0.#")} of "
                + $"{Display.Count(result.Portfolios)} permuted portfolios ({Display.Share(1 - result.Level, "0.##")} needed)";

    private static string Fallbacks(StrategyEvaluation strategy, EvaluationResult result, Verdict verdict) =>
        verdict.TradesItsRule
            ? string.Empty
            : $"; its rule fell back to 1/N on {Display.Count(strategy.Costs[^1].FallbackDays)} of {Display.Count(result.Days)} days (at "
                + $"most half allowed), first because {strategy.Costs[^1].FallbackReason}";

    private static string Explain(string name) => name switch
    {
        "pool" => "pool is the experts without the reversal prior",
        "prior" => "prior is the short-term reversal signal alone, with fixed coefficients",
        "ridge" => "ridge is a linear regression on the pools' training samples",
        _ => name
    };
}

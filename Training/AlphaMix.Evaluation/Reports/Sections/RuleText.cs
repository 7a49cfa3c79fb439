using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Portfolio rules in words.</summary>
internal static class RuleText
{
    /// <summary>Returns the rules of a strategy for a sentence.</summary>
    public static string Short(StrategyEvaluation strategy) => strategy.Rule switch
    {
        DailyTopK => $"the top {Alternatives(strategy.Rules.Select(dated => ((DailyTopK)dated.Value).TopK))} each day",
        RankBuffer => "a rank buffer",
        _ => $"the rule {strategy.Rule.Name}"
    };

    /// <summary>Returns what dated pools say, each value once: <c>5</c> or <c>5 or 8 (by pool)</c>.</summary>
    public static string Alternatives<T>(IEnumerable<T> values)
    {
        T[] distinct = [.. values.Distinct()];
        return string.Join(" or ", distinct) + (distinct.Length > 1 ? " (by pool)" : "");
    }

    /// <summary>Returns what a rule does, name by value.</summary>
    public static IEnumerable<(string Name, string Value)> Describe(IPortfolioRule rule) => rule switch
    {
        DailyTopK daily => Describe(daily),
        RankBuffer buffer => Describe(buffer),
        _ => [("Portfolio", rule.Parameters.Count == 0 ? rule.Name : $"{rule.Name} ({rule.Parameters})"), .. Average(rule)]
    };

    private static IEnumerable<(string Name, string Value)> Describe(DailyTopK rule)
    {
        yield return ("Portfolio", $"top {rule.TopK} by P(up), equal weights, every day"
            + (rule.LongShort ? $"; the {rule.TopK} lowest are sold short" : ""));
        if (rule.Buffer)
            yield return ("Holding buffer", $"a name is kept until its rank leaves {2 * rule.TopK}");
    }

    private static IEnumerable<(string Name, string Value)> Describe(RankBuffer rule)
    {
        yield return ("Portfolio", "rank buffer: names enter from the top k and stay until their rank leaves 2k"
            + (rule.LongShort ? "; the lowest k are sold short by the same rule" : "; long only"));
        yield return ("k", $"{Display.Share(rule.HoldFraction, "0.##")} of the scored names, at least {rule.MinPositions}"
            + (rule.LongShort ? ", on each side" : ""));
        foreach (var row in Average(rule))
            yield return row;
        yield return (
            "Limit on a day's exits", rule.MaxTurnover < 1 ? $"{Display.Share(rule.MaxTurnover, "0.##")} of the portfolio" : "none");
        yield return ("Fallback to 1/N", $"with fewer than {rule.MinUniverse} scored names, or an expected cost above "
            + $"{Display.Share(rule.MaxYearlyCost, "0.##")} a year");
    }

    private static IEnumerable<(string Name, string Value)> Average(IPortfolioRule rule)
    {
        if (rule.ScoreDays > 1)
            yield return ("Score", $"exponential average of the daily scores, span {rule.ScoreDays} days");
    }
}

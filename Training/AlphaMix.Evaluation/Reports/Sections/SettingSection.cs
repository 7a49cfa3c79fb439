using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>By which rules portfolios traded, and by which strategies were judged.</summary>
internal sealed class SettingSection : IReportSection
{
    public string Id => "setting";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context) => new(Id, "Setting", "", [Setting(context.Get<EvaluationOutcome>().Result)]);

    private static TableBlock Setting(EvaluationResult result) => new(
        "setting-words",
        "What was simulated",
        "Rule",
        [new("Value", "As it was set")],
        [
            Row("Decision days", $"{Display.Day(result.From)} to {Display.Day(result.To)} ({Display.Count(result.Days)})"),
            Row("Instruments", Display.Count(result.Instruments)),
            .. Rules(result),
            .. Mixtures(result),
            Row("1/N", "every instrument with a bar, rebalanced every day"),
            Row("Fill", result.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            Row("Costs", CostText.All(result.Costs)),
            Row("Level of the verdict", Display.Share(result.Level, "0.##")),
            Row("Null portfolios", Null(result)),
            Row("Seed", $"{result.Seed}")
        ]);

    private static IEnumerable<TableRow> Rules(EvaluationResult result)
    {
        TradedRule[] all =
        [
            .. from strategy in result.Strategies
               from dated in strategy.Rules
               select new TradedRule(strategy.Name, dated.Key, [.. RuleText.Describe(dated.Value)])
        ];
        return
            from same in all.GroupBy(rule => string.Concat(rule.Rows))
            let whose = Whose([.. same], all)
            from row in same.First().Rows
            select Row(row.Name + whose, row.Value);
    }

    /// <summary>Returns which strategies trade by rules that read the same, and from which days on; nothing where all do.</summary>
    private static string Whose(TradedRule[] same, TradedRule[] all)
    {
        string[] Distinct(TradedRule[] rules, Func<TradedRule, string> select) => [.. rules.Select(select).Distinct()];
        var (names, days) = (Distinct(same, rule => rule.Strategy), Distinct(same, rule => Display.Day(rule.From)));
        string[] parts =
        [
            .. names.Length < Distinct(all, rule => rule.Strategy).Length ? names : [],
            .. days.Length < Distinct(all, rule => Display.Day(rule.From)).Length ? days.Select(day => $"from {day}") : []
        ];
        return parts.Length > 0 ? $" ({Display.List(parts)})" : "";
    }

    private static IEnumerable<TableRow> Mixtures(EvaluationResult result) =>
        result.Strategies.Where(strategy => strategy.Mixture is not null)
            .Select(strategy => Row(strategy.Name, Words(strategy.Mixture!)));

    private static string Words(MixtureEvaluation evaluation)
    {
        var (mixture, parts) = evaluation;
        var parameters = mixture.Parameters.Count > 0 ? $" ({mixture.Parameters})" : "";
        var names = Display.List([.. parts.Select(part => part.Name)]);
        return $"one portfolio, divided by the mixture {mixture.Name}{parameters} among {names}";
    }

    private static string Null(EvaluationResult result) =>
        result.Portfolios == 0 ? "none"
        : (result.Random is null ? "" : $"{Display.Count(result.Portfolios)} random, ")
            + $"{Display.Count(result.Portfolios)} permuted for each strategy";

    private static TableRow Row(string name, string value) => new(name, [Cell.Words(value)]);

    private sealed record TradedRule(string Strategy, DateOnly From, (string Name, string Value)[] Rows);
}

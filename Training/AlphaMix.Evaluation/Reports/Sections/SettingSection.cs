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
            Row("1/N", "every instrument with a bar, rebalanced every day"),
            Row("Fill", result.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            Row("Costs", CostText.All(result.Costs)),
            Row("Level of the verdict", Display.Share(result.Level, "0.##")),
            Row("Null portfolios", Null(result)),
            Row("Seed", $"{result.Seed}")
        ]);

    private static IEnumerable<TableRow> Rules(EvaluationResult result)
    {
        var rules = result.Strategies.GroupBy(strategy => strategy.Rule).ToArray();
        return
            from rule in rules
            let whose = rules.Length > 1 ? $" ({Display.List([.. rule.Select(strategy => strategy.Name)])})" : ""
            from row in RuleText.Describe(rule.Key)
            select Row(row.Name + whose, row.Value);
    }

    private static string Null(EvaluationResult result) =>
        result.Portfolios == 0 ? "none"
        : (result.Random is null ? "" : $"{Display.Count(result.Portfolios)} random, ")
            + $"{Display.Count(result.Portfolios)} permuted for each strategy";

    private static TableRow Row(string name, string value) => new(name, [Cell.Words(value)]);
}

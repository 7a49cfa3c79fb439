using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>By which rules the portfolio traded, and by which it was judged.</summary>
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
            Row("Portfolio", $"top {result.Options.TopK} by P(up), equal weights, every day"),
            .. result.Options.HoldingBuffer ? [Row("Holding buffer", $"a name is kept until its rank leaves {2 * result.Options.TopK}")]
            : Array.Empty<TableRow>(),
            Row("Fill", result.Options.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            Row("Costs", VerdictText.Costs(result.Options)),
            Row("Level of the verdict", Display.Share(result.Level, "0.##")),
            Row("Null portfolios", $"{Display.Count(result.Portfolios)} random, {Display.Count(result.Portfolios)} relabelled a router"),
            Row("Seed", $"{result.Seed}")
        ]);

    private static TableRow Row(string name, string value) => new(name, [Cell.Words(value)]);
}

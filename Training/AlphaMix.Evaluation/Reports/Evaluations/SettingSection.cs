using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>How often the validation span was used, and by which rules the portfolio traded.</summary>
internal static class SettingSection
{
    public static IEnumerable<ReportSection> Of(EvaluationResult result)
    {
        yield return new ReportSection("validation-uses", "How often the validation span was used", "", Uses(result.ValidationUses));
        yield return new ReportSection("setting", "Setting", "", [Setting(result)]);
    }

    private static IReadOnlyList<ReportBlock> Uses(ValidationUses? uses) => uses is null
        ? [new NoteBlock("Not known for this pool.")]
        :
        [
            new NoteBlock(
                $"{Display.Count(uses.Total)} looks in all. Each look picks what did well there, so results on the validation span flatter; the span of this page should be another one."),
            new TableBlock(
                "validation-use-numbers",
                "Looks at the validation span",
                "Purpose",
                [new("Looks", "How often the validation span decided something")],
                [
                    new("Epochs judged", [Told.Count(uses.Epochs)]),
                    new("Trials ranked for the top K", [Told.Count(uses.TopK)]),
                    new("Candidates of W (selection with replacement)", [Told.Count(uses.W)]),
                    new("Ingredients of S (soup)", [Told.Count(uses.S)]),
                    new("Fits of R (as-needed routers)", [Told.Count(uses.R)]),
                    new("Calibrations", [Told.Count(uses.Calibration)])
                ])
        ];

    private static TableBlock Setting(EvaluationResult result) => new(
        "setting-words",
        "What was simulated",
        "Rule",
        [new("Value", "As it was set")],
        [
            Row("Decision days", $"{Display.Day(result.From)} to {Display.Day(result.To)} ({Display.Count(result.Days)})"),
            Row("Instruments", Display.Count(result.Instruments)),
            Row("Portfolio", $"top {result.Options.TopK} by P(up), equal weights, every day"),
            .. result.Options.HoldingBuffer ? [Row("Holding buffer", $"a name is kept until its rank leaves {2 * result.Options.TopK}")] : Array.Empty<TableRow>(),
            Row("Fill", result.Options.Fill == FillRule.Close ? "at the close of the decision day" : "at the next day's open"),
            Row("Costs", VerdictText.Costs(result.Options)),
            Row("Level of the verdict", Display.Share(result.Level, "0.##")),
            Row("Null portfolios", $"{Display.Count(result.Portfolios)} random, {Display.Count(result.Portfolios)} relabelled a router"),
            Row("Seed", $"{result.Seed}")
        ]);

    private static TableRow Row(string name, string value) => new(name, [Cell.Words(value)]);
}

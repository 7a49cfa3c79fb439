using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>The dated pools: which days each traded, what it was fitted on, and the figures of each.</summary>
internal sealed class FoldSection : IReportSection
{
    public string Id => "folds";

    public bool AppliesTo(ReportContext context) =>
        context.Find<EvaluationOutcome>()?.Result.Folds is { } folds && (folds.Count > 1 || folds.Any(fold => fold.ExpectedTurnover > 0));

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        var (result, curves, _) = outcome;
        var labels = Labels(curves.EqualWeight.Days, result.Folds);
        var blocks = new List<ReportBlock> { Pools(curves.EqualWeight.Days, labels, result.Folds) };
        if (result.Folds.Count > 1)
            blocks.Add(PeriodTable.Create(
                "fold-figures", $"By fold; net figures are {CostText.AfterHighest(result)}", "Pool from", outcome, labels));
        return new ReportSection(
            Id,
            "Folds and their pools",
            "Each pool trades from its first day until the next one's; no price after the day it was fitted through entered its fit.",
            blocks);
    }

    private static string[] Labels(DateOnly[] days, IReadOnlyList<Fold> folds) =>
        Array.ConvertAll(days, day => Display.Day((folds.LastOrDefault(fold => fold.From <= day) ?? folds[0]).From));

    private static TableBlock Pools(DateOnly[] days, string[] labels, IReadOnlyList<Fold> folds) => new(
        "pools",
        "Dated pools",
        "Pool from",
        [
            new("Fitted through", "Last day whose prices entered its fit"),
            new("Decides from", "First decision day of this span"),
            new("Decides to", "Last decision day"),
            new("Days", "Decision days"),
            new("Expected turnover", "Mean share of the portfolio that the rule replaced a day over the pool's validation span; the "
                + "expected cost of a fallback is computed from it")
        ],
        [
            .. from fold in folds
               let own = days.Where((_, d) => labels[d] == Display.Day(fold.From)).ToArray()
               where own.Length > 0
               select new TableRow(
                   Display.Day(fold.From),
                   [
                       Cell.Words(Display.Day(fold.FittedThrough)), Cell.Words(Display.Day(own[0])), Cell.Words(Display.Day(own[^1])),
                       Cell.Count(own.Length), Cell.Share(fold.ExpectedTurnover > 0 ? fold.ExpectedTurnover : double.NaN)
                   ])
        ]);
}

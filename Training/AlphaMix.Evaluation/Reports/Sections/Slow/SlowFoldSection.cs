using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>Which pool traded which days, what it was fitted on, and how it did.</summary>
internal sealed class SlowFoldSection : IReportSection
{
    public string Id => "folds";

    public bool AppliesTo(ReportContext context) => context.Has<SlowOutcome>() && context.Has<SlowSetting>();

    public ReportSection Create(ReportContext context)
    {
        var (result, curves) = context.Get<SlowOutcome>();
        var setting = context.Get<SlowSetting>();
        var labels = Labels(curves.EqualWeight.Days, setting.Folds);
        return new ReportSection(
            Id,
            "Folds and their pools",
            "Each pool trades from its first day until the next one's, and knows no price after the day it was fitted through.",
            [
                Pools(curves.EqualWeight.Days, labels, setting.Folds),
                SlowPeriodTable.Block("fold-figures", $"By fold, {SlowNames.Dearest(result)}", "Pool from", curves, labels)
            ]);
    }

    /// <summary>Counts the pools that traded.</summary>
    public static int Traded(SlowOutcome outcome, SlowSetting setting) =>
        Labels(outcome.Curves.EqualWeight.Days, setting.Folds).Distinct().Count();

    private static string[] Labels(DateOnly[] days, IReadOnlyList<SlowFold> folds) =>
        Array.ConvertAll(days, day => Display.Day((folds.LastOrDefault(fold => fold.From <= day) ?? folds[0]).From));

    private static TableBlock Pools(DateOnly[] days, string[] labels, IReadOnlyList<SlowFold> folds) => new(
        "pools",
        "Dated pools",
        "Pool from",
        [
            new("Fitted through", "Last day whose prices entered its fit"),
            new("Decides from", "First decision day of this span"),
            new("Decides to", "Last decision day"),
            new("Days", "Decision days"),
            new("Expected turnover", "Share of the portfolio that the rule replaced a day over its validation span: what the gate "
                + "reckons the cost from")
        ],
        [
            .. from fold in folds
               let own = days.Where((_, d) => labels[d] == Display.Day(fold.From)).ToArray()
               where own.Length > 0
               select new TableRow(
                   Display.Day(fold.From),
                   [Cell.Words(Display.Day(fold.FittedThrough)), Cell.Words(Display.Day(own[0])), Cell.Words(Display.Day(own[^1])),
                       Cell.Count(own.Length), Cell.Share(fold.ExpectedTurnover)])
        ]);
}

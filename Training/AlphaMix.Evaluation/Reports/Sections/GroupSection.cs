using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Each group as if it were the whole pool, and the overfitting of the choice among groups.</summary>
internal sealed class GroupSection : IReportSection
{
    public string Id => "groups";

    public bool AppliesTo(ReportContext context) => context.Has<PoolDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var groups = context.Get<PoolDiagnostics>().Groups;
        var blocks = new List<ReportBlock> { Figure(groups), Table(groups) };
        if (context.Find<EvaluationOutcome>()?.Result.Overfitting is { } overfitting)
            blocks.AddRange(Overfitting(overfitting));
        return new ReportSection(
            Id, "The groups alone", "Each group's own scores and its own portfolio, as if it were the whole pool.", blocks);
    }

    private static ChartBlock Figure(IReadOnlyList<GroupFigures> groups) => new(
        "group-ic",
        "IC of each group",
        "Mean daily IC on the span, with its 95 % interval.",
        new RowChart
        {
            Rows = [.. groups.Select(group => (group.Name, IntervalPoint.From(0, group.Ic.Interval())))],
            XTitle = "mean daily IC",
            Format = value => Display.Formatted(value, "0.00#"),
            Records = new ChartRecords(
                ["group", "ic", "95 % from", "95 % to"],
                [
                    .. groups.Select(group => new[]
                    {
                        group.Name, Display.Machine(group.Ic.Value), Display.Machine(group.Ic.Interval().Lower),
                        Display.Machine(group.Ic.Interval().Upper)
                    })
                ])
        });

    private static TableBlock Table(IReadOnlyList<GroupFigures> groups) => new(
        "group-numbers",
        "Figures of each group",
        "Group",
        [
            new("Validation", "Total return on the validation span, the criterion of the routers"),
            new("TR", "Sum of the daily returns on the span, before costs"),
            new("SR", "Sharpe ratio before costs"),
            new("Net SR", "Sharpe ratio after costs"),
            new("Accuracy", "Share of samples on which P(up) above one half and a positive return agree"),
            new("IC", "Mean daily IC"),
            new("t of IC", "Mean IC over its standard error"),
            new("With all", "Mean daily correlation of its P(up) with that of all groups together")
        ],
        [
            .. groups.Select(group => new TableRow(
                group.Name,
                [
                    Cell.Share(group.ValidationProfit), Cell.Percent(group.Gross.TotalReturn), Cell.Ratio(group.Gross.SharpeRatio),
                    Cell.Ratio(group.Net.SharpeRatio),
                    Cell.Share(group.Accuracy, "N2"), Cell.Fine(group.Ic.Value), Cell.Ratio(group.Ic.T), Cell.Ratio(group.WithMixture)
                ]))
        ]);

    private static IEnumerable<ReportBlock> Overfitting(PoolOverfitting overfitting)
    {
        yield return new TableBlock(
            "backtest-overfitting",
            $"Does picking the best of {overfitting.Groups} groups carry over?",
            "Span",
            [
                new("Overfitting", "Share of splits in which the best group of one half ranks in the lower half on the other; one half "
                    + "by chance"),
                new("Loss", "Share of splits in which that group loses money on the other half"),
                new("Splits", "Number of partitions of the days into two halves")
            ],
            [Row("Validation", overfitting.Validation), Row("This span", overfitting.Evaluated)]);
        yield return new NoteBlock(
            "Combinatorially symmetric cross-validation (Bailey, Borwein, Lopez de Prado and Zhu). Routers chose by profit on the "
                + "validation span, so the first row is about that choice. The groups are the survivors of a search on the same span, "
                + "which is not counted. Nothing was chosen on this span: the second row says whether the groups differ in persistent "
                + "skill at all.");
    }

    private static TableRow Row(string name, BacktestOverfitting? found) => new(
        name,
        found is null
            ? [Cell.Words("too few days"), Cell.Empty, Cell.Empty]
            : [Cell.Share(found.Probability), Cell.Share(found.ProbabilityOfLoss), Cell.Count(found.Logits.Length)]);
}

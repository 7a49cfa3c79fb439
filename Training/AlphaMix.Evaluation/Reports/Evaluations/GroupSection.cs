using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Figures;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>What each group would have done alone, and whether picking among them carries over.</summary>
internal static class GroupSection
{
    public static ReportSection Of(IReadOnlyList<GroupFigures> groups, PoolOverfitting? overfitting)
    {
        var blocks = new List<ReportBlock> { Figure(groups), Table(groups) };
        if (overfitting is not null)
            blocks.AddRange(Overfitting(overfitting));
        return new ReportSection("groups", "The groups alone", "Each group's own scores and its own top-k portfolio, as if it were the whole pool.", blocks);
    }

    private static FigureBlock Figure(IReadOnlyList<GroupFigures> groups)
    {
        const string Title = "IC of each group";
        const string Caption = "Mean daily IC on the span, with its 95 % interval.";
        var chart = new RowChart("group-ic", Title, Caption, [.. groups.Select(group => (group.Name, Point(group)))])
        {
            XTitle = "mean daily IC",
            Format = value => Display.Formatted(value, "0.00#")
        };
        return new FigureBlock("group-ic", Title, Caption)
        {
            Heads = ["group", "ic", "95 % from", "95 % to"],
            Rows = [.. groups.Select(group => new[] { group.Name, Cell.Machine(group.Ic.Value), Cell.Machine(group.Ic.Interval().Lower), Cell.Machine(group.Ic.Interval().Upper) })],
            Draw = chart.Write
        };
    }

    private static IntervalPoint Point(GroupFigures group)
    {
        var interval = group.Ic.Interval();
        return new IntervalPoint(0, interval.Value, interval.Lower, interval.Upper);
    }

    private static TableBlock Table(IReadOnlyList<GroupFigures> groups) => new(
        "group-numbers",
        "Record of each group",
        "Group",
        [
            new("Validation", "What it earned on the validation span: what routers chose by"),
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
                    Told.Share(group.ValidationProfit), Told.Percent(group.Gross.TotalReturn), Told.Ratio(group.Gross.SharpeRatio), Told.Ratio(group.Net.SharpeRatio),
                    Told.Share(group.Accuracy, "N2"), Told.Fine(group.Ic.Value), Told.Ratio(group.Ic.T), Told.Ratio(group.WithMixture)
                ]))
        ]);

    private static IEnumerable<ReportBlock> Overfitting(PoolOverfitting overfitting)
    {
        yield return new TableBlock(
            "backtest-overfitting",
            $"Does picking the best of {overfitting.Groups} groups carry over?",
            "Span",
            [
                new("Overfitting", "Share of splits in which the group that did best on one half is in the lower half on the other; one half is what chance gives"),
                new("Loss", "Share of splits in which it lost money on the other half"),
                new("Splits", "Ways of cutting the days into two halves")
            ],
            [Row("Validation", overfitting.Validation), Row("This span", overfitting.Evaluated)]);
        yield return new NoteBlock(
            "Bailey, Borwein, Lopez de Prado and Zhu's cross-validation of the choice. Routers chose by profit on the validation span, so the first row is about that choice; the groups are the survivors of "
            + "the search, which was made on the same span and is not counted. On this span nothing was chosen: the second row says whether the groups differ in lasting skill at all.");
    }

    private static TableRow Row(string name, BacktestOverfitting? found) => new(
        name,
        found is null
            ? [Cell.Words("too few days"), Cell.Empty, Cell.Empty]
            : [Told.Share(found.Probability), Told.Share(found.ProbabilityOfLoss), Told.Count(found.Logits.Length)]);
}

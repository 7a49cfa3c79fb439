using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>Portfolios on parts of the span, at the highest cost.</summary>
internal static class SlowPeriodTable
{
    /// <summary>Gives the figures of every forecast, part after part.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="title">Its title.</param>
    /// <param name="head">What a part is.</param>
    /// <param name="curves">The portfolios.</param>
    /// <param name="labels">Per decision day, the part it belongs to.</param>
    public static TableBlock Block(string name, string title, string head, SlowCurves curves, IReadOnlyList<string> labels)
    {
        var found = curves.Portfolios.Select(one => (one.Name, Periods: Of(one, curves, labels))).ToArray();
        return new TableBlock(
            name,
            title,
            head,
            [new("Forecast", "The forecast"), .. Columns],
            [
                .. from label in labels.Distinct()
                   from one in found
                   from period in one.Periods
                   where period.Name == label
                   select new TableRow(label, [Cell.Words(one.Name), .. Cells(period)])
            ]);
    }

    /// <summary>Gives a portfolio's figures by labels of the days.</summary>
    private static IReadOnlyList<PeriodFigures> Of(SlowPortfolio one, SlowCurves curves, IReadOnlyList<string> labels) =>
        PeriodFigures.By(one.AtCosts[^1].Result, curves.EqualWeightAtCosts[^1], one.Forecast.Daily, labels);

    /// <summary>Gives what the cells are.</summary>
    private static TableColumn[] Columns { get; } =
    [
        new("Days", "Decision days"),
        new("Gross", "Sum of the daily returns before costs"),
        new("Net", "Sum of the daily returns after costs"),
        new("1/N net", "That of 1/N on the same days"),
        new("Ahead", "Mean daily net return less that of 1/N, basis points"),
        new("t", "The same over its standard error"),
        new("IC", "Mean daily IC"),
        new("t of IC", "Mean IC over its standard error"),
        new("Turnover", "Mean share of the portfolio replaced in a day, the first purchase included")
    ];

    /// <summary>Gives the cells of a period.</summary>
    private static Cell[] Cells(PeriodFigures period) =>
    [
        Cell.Count(period.Days), Cell.Percent(period.Gross.TotalReturn), Cell.Percent(period.Net.TotalReturn),
        Cell.Percent(period.EqualWeightNet.TotalReturn),
        Cell.InBasisPoints(period.Ahead.Value), Cell.Ratio(period.Ahead.T), Cell.Fine(period.Ic.Value), Cell.Ratio(period.Ic.T),
        Cell.Share(period.Turnover)
    ];
}

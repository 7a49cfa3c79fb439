using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Evaluations;
using AlphaMix.Evaluation.Slow;

namespace AlphaMix.Evaluation.Reports.Slow;

/// <summary>Portfolios on parts of the span, at the highest cost.</summary>
internal static class SlowPeriodTable
{
    /// <summary>Gives a portfolio's figures by labels of the days.</summary>
    public static IReadOnlyList<PeriodFigures> Of(SlowPortfolio one, SlowCurves curves, IReadOnlyList<string> labels) =>
        PeriodFigures.By(one.AtCosts[^1].Result, curves.EqualWeightAtCosts[^1], one.Forecast.Daily, labels);

    /// <summary>Gives what the cells are.</summary>
    public static TableColumn[] Columns { get; } =
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
    public static Cell[] Cells(PeriodFigures period) =>
    [
        Told.Count(period.Days), Told.Percent(period.Gross.TotalReturn), Told.Percent(period.Net.TotalReturn), Told.Percent(period.EqualWeightNet.TotalReturn),
        Told.AsBasisPoints(period.Ahead.Value), Told.Ratio(period.Ahead.T), Told.Fine(period.Ic.Value), Told.Ratio(period.Ic.T), Told.Share(period.Turnover)
    ];
}

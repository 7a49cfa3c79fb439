using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Strategies on parts of the span, at the highest costs.</summary>
internal static class PeriodTable
{
    private static readonly TableColumn[] Columns =
    [
        new("Strategy", "The strategy"),
        new("Days", "Decision days"),
        new("TR", "Sum of the daily returns before costs"),
        new("SR", "Sharpe ratio before costs, over these days"),
        new("Net TR", "Sum of the daily returns after costs"),
        new("Net SR", "Sharpe ratio after costs"),
        new("1/N net TR", "Net TR of 1/N on the same days"),
        new("1/N net SR", "Net SR of 1/N on the same days"),
        new("Ahead", "Mean daily net return less that of 1/N, basis points"),
        new("t", "The same over its standard error"),
        new("IC", "Mean daily IC"),
        new("t of IC", "Mean IC over its standard error"),
        new("Turnover", "Mean share of the portfolio replaced in a day, a first purchase included")
    ];

    /// <summary>Returns every strategy's figures, period after period.</summary>
    /// <param name="id">Anchor of the table.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="head">What a period is, such as a year.</param>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="labels">Names the period of each decision day.</param>
    public static TableBlock Create(
        string id, string caption, string head, EvaluationOutcome outcome, IReadOnlyList<string> labels) => Create(
        id,
        caption,
        head,
        [
            .. outcome.Result.Strategies.Select((strategy, s) => (strategy.Name, PeriodFigures.By(
                outcome.Curves.Strategies[s].Net, outcome.Curves.EqualWeightAtCosts[^1], strategy.Forecast.Daily, labels)))
        ]);

    /// <summary>Returns figures that are computed, period after period.</summary>
    public static TableBlock Create(
        string id, string caption, string head, IReadOnlyList<(string Name, IReadOnlyList<PeriodFigures> Periods)> strategies) => new(
        id,
        caption,
        head,
        Columns,
        [
            .. from name in strategies.SelectMany(one => one.Periods).Select(period => period.Name).Distinct()
               from one in strategies
               from period in one.Periods
               where period.Name == name
               select new TableRow(name, [Cell.Words(one.Name), .. Cells(period)])
        ]);

    private static Cell[] Cells(PeriodFigures period) =>
    [
        Cell.Count(period.Days), Cell.Percent(period.Gross.TotalReturn), Cell.Ratio(period.Gross.SharpeRatio),
        Cell.Percent(period.Net.TotalReturn), Cell.Ratio(period.Net.SharpeRatio), Cell.Percent(period.EqualWeightNet.TotalReturn),
        Cell.Ratio(period.EqualWeightNet.SharpeRatio), Cell.InBasisPoints(period.Ahead.Value), Cell.Ratio(period.Ahead.T),
        Cell.Fine(period.Ic.Value), Cell.Ratio(period.Ic.T), Cell.Share(period.Turnover)
    ];
}

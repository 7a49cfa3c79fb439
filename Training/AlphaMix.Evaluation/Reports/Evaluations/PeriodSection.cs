using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>Every router by calendar year and by market regime.</summary>
internal static class PeriodSection
{
    public static ReportSection Of(IReadOnlyList<RouterDiagnostics> routers)
    {
        var blocks = new List<ReportBlock> { Table("years", "By calendar year", routers, router => router.Years) };
        if (routers.Any(router => router.Regimes.Count > 0))
            blocks.Add(Table("regimes", "By market regime", routers, router => router.Regimes));
        else
            blocks.Add(new NoteBlock("No regimes: the data has too few days before the span."));
        blocks.Add(new NoteBlock(
            $"A regime is told from prices up to the decision alone: the market is the mean return of all instruments; calm, normal and turbulent are thirds of its {MarketRegimes.Window}-day "
            + $"volatility among all earlier days, rising and falling the sign of its {MarketRegimes.Window}-day return."));
        return new ReportSection("periods", "Year by year, regime by regime", "", blocks);
    }

    private static TableBlock Table(
        string id, string caption, IReadOnlyList<RouterDiagnostics> routers, Func<RouterDiagnostics, IReadOnlyList<PeriodFigures>> periods) => new(
        id,
        caption,
        "Period",
        [
            new("Router", "The router"),
            new("Days", "Decision days"),
            new("TR", "Sum of the daily returns before costs"),
            new("SR", "Sharpe ratio before costs, over these days"),
            new("Net TR", "Sum of the daily returns after costs"),
            new("Net SR", "Sharpe ratio after costs"),
            new("1/N net SR", "That of 1/N on the same days"),
            new("Ahead", "Mean daily net return less that of 1/N, basis points"),
            new("t", "The same over its standard error"),
            new("IC", "Mean daily IC"),
            new("t of IC", "Mean IC over its standard error")
        ],
        [
            .. from name in routers.SelectMany(router => periods(router)).Select(period => period.Name).Distinct()
               from router in routers
               from period in periods(router)
               where period.Name == name
               select new TableRow(
                   name,
                   [
                       Cell.Words(router.Name), Told.Count(period.Days), Told.Percent(period.Gross.TotalReturn), Told.Ratio(period.Gross.SharpeRatio), Told.Percent(period.Net.TotalReturn),
                       Told.Ratio(period.Net.SharpeRatio), Told.Ratio(period.EqualWeightNet.SharpeRatio), Told.AsBasisPoints(period.Ahead.Value), Told.Ratio(period.Ahead.T),
                       Told.Fine(period.Ic.Value), Told.Ratio(period.Ic.T)
                   ])
        ]);
}

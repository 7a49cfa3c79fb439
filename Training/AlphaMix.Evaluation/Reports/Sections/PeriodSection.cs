using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Every router by calendar year and by market regime.</summary>
internal sealed class PeriodSection : IReportSection
{
    public string Id => "periods";

    public bool AppliesTo(ReportContext context) => context.Has<RunDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var routers = context.Get<RunDiagnostics>().Routers;
        var blocks = new List<ReportBlock> { Table("years", "By calendar year", routers, router => router.Years) };
        if (routers.Any(router => router.Regimes.Count > 0))
            blocks.Add(Table("regimes", "By market regime", routers, router => router.Regimes));
        else
            blocks.Add(new NoteBlock("No regimes: the data has too few days before the span."));
        blocks.Add(new NoteBlock(
            $"A regime is told from prices up to the decision alone: the market is the mean return of all instruments; calm, normal and "
                + $"turbulent are thirds of its {MarketRegimes.Window}-day "
            + $"volatility among all earlier days, rising and falling the sign of its {MarketRegimes.Window}-day return."));
        return new ReportSection(Id, "Year by year, regime by regime", "", blocks);
    }

    private static TableBlock Table(
        string id, string caption, IReadOnlyList<RouterDiagnostics> routers,
        Func<RouterDiagnostics, IReadOnlyList<PeriodFigures>> periods) => new(
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
                       Cell.Words(router.Name), Cell.Count(period.Days), Cell.Percent(period.Gross.TotalReturn),
                       Cell.Ratio(period.Gross.SharpeRatio), Cell.Percent(period.Net.TotalReturn),
                       Cell.Ratio(period.Net.SharpeRatio), Cell.Ratio(period.EqualWeightNet.SharpeRatio),
                       Cell.InBasisPoints(period.Ahead.Value), Cell.Ratio(period.Ahead.T),
                       Cell.Fine(period.Ic.Value), Cell.Ratio(period.Ic.T)
                   ])
        ]);
}

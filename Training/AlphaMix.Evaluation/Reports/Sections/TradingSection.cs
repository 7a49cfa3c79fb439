using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Turnover, and how much capital the portfolio carries.</summary>
internal sealed class TradingSection : IReportSection
{
    public string Id => "trading";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>() && context.Has<RunDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        var diagnostics = context.Get<RunDiagnostics>();
        var days = outcome.Curves.EqualWeight.Days;
        var blocks = new List<ReportBlock>
        {
            Turnover(diagnostics.Routers),
            HeatMaps.Months(
                "monthly-turnover", "Turnover by month, percent a day",
                "Mean share of the portfolio replaced in a day; the first day's purchase is left out.",
                [
                    .. outcome.Result.Strategies.Select((router, r) =>
                        (router.Name, MonthFigures.Means(days,
                            [double.NaN, .. outcome.Curves.Strategies[r].Net.Turnover.Skip(1).Select(value => 100 * value)])))
                ],
                value => Display.Formatted(value, "N0"), fromSmallest: true)
        };
        if (outcome.Result.Strategies.All(router => router.Capacity is not null))
            blocks.AddRange([Capital(outcome.Result), CapitalNote(outcome.Result)]);
        else
            blocks.Add(new NoteBlock("Capacity is not estimated: the prices carry no volumes."));
        return new ReportSection(Id, "Trading", "", blocks);
    }

    private static TableBlock Turnover(IReadOnlyList<RouterDiagnostics> routers) => new(
        "turnover",
        "Turnover",
        "Router",
        [
            new("Mean", "Mean share of the portfolio replaced in a day"),
            new("5 % of days below", "5 % quantile of the daily turnover"),
            new("Median", "Median of the daily turnover"),
            new("5 % of days above", "95 % quantile of the daily turnover"),
            new("Days held", "Mean number of days a name is held without a break")
        ],
        [
            .. routers.Select(router => new TableRow(
                router.Name,
                [
                    Cell.Share(router.Turnover.Daily.Mean), Cell.Share(router.Turnover.Daily.P05), Cell.Share(router.Turnover.Daily.P50),
                    Cell.Share(router.Turnover.Daily.P95), Cell.Ratio(router.Turnover.MeanHoldingDays)
                ]))
        ]);

    private static TableBlock Capital(EvaluationResult result) => new(
        "capacity",
        $"Capital at which {Display.Share(Capacity.ShareOfTrades, "0.#")} of trades reach a share of the instrument's daily dollar volume",
        "Router",
        [
            .. result.Strategies[0].Capacity!.ByVolume.Select(point => new TableColumn(
                Display.Share(point.ShareOfVolume, "0.##"),
                $"Capital at which 5 % of trades are {Display.Share(point.ShareOfVolume, "0.##")} or more of the median daily dollar "
                    + "volume")),
            new("By impact", "Capital at which the square-root impact takes the mean net return down to that of 1/N: an order of "
                + "magnitude"),
            new("Trades", "Trades counted")
        ],
        [
            .. result.Strategies.Select(router => new TableRow(
                router.Name,
                [
                    .. router.Capacity!.ByVolume.Select(point => Cell.Money(point.Capital)),
                    router.Capacity.ByImpact == 0 ? Cell.Number(0, "none") : Cell.Money(router.Capacity.ByImpact),
                    Cell.Count(router.Capacity.Trades)
                ]))
        ]);

    private static NoteBlock CapitalNote(EvaluationResult result)
    {
        var unknown = result.Strategies.Sum(router => router.Capacity!.Unknown);
        return new NoteBlock(
            "In the currency of the prices. Volume is the median of the instrument's last 20 bars up to the decision. By impact: a "
                + "trade is taken to cost its volatility times the square root of its "
            + "part of a day's volume (Grinold and Kahn), an order of magnitude at best; none where the portfolio is not ahead of 1/N "
            + "to begin with."
            + (unknown > 0 ? $" {Display.Count(unknown)} trades have too few bars before them and are left out." : string.Empty));
    }
}

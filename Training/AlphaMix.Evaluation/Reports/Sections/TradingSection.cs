using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Turnover, holding times, and how much capital the portfolio carries.</summary>
internal sealed class TradingSection : IReportSection
{
    public string Id => "trading";

    public bool AppliesTo(ReportContext context) => context.Find<EvaluationOutcome>() is { Result.Strategies.Count: > 0 };

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        StrategyEvaluation[] judged = [.. outcome.Result.Judged];
        var blocks = new List<ReportBlock> { Turnover(outcome), ByMonth(outcome) };
        if (judged.Length > 0 && judged.All(strategy => strategy.Capacity is not null))
            blocks.AddRange([Capital(judged), CapitalNote(judged)]);
        else
            blocks.Add(new NoteBlock("Capacity is not estimated: the prices carry no volumes."));
        return new ReportSection(Id, "Trading", "", blocks);
    }

    private static TableBlock Turnover(EvaluationOutcome outcome) => new(
        "turnover",
        "Turnover",
        "Strategy",
        [
            new("Mean", "Mean share of the portfolio replaced in a day"),
            new("5 % of days below", "5 % quantile of the daily turnover"),
            new("Median", "Median of the daily turnover"),
            new("5 % of days above", "95 % quantile of the daily turnover"),
            new("Days held", "Mean number of days a name is held without a break")
        ],
        [
            .. outcome.Curves.Strategies.Zip(outcome.Result.Strategies, (curves, strategy) =>
            {
                var profile = TurnoverProfile.Compute(curves.Net);
                return new TableRow(
                    strategy.Name,
                    [
                        Cell.Share(profile.Daily.Mean), Cell.Share(profile.Daily.P05), Cell.Share(profile.Daily.P50),
                        Cell.Share(profile.Daily.P95), Cell.Ratio(profile.MeanHoldingDays)
                    ],
                    strategy.IsComparator);
            })
        ]);

    private static ChartBlock ByMonth(EvaluationOutcome outcome) => HeatMaps.Months(
        "monthly-turnover",
        "Turnover by month, percent a day",
        "Mean share of the portfolio replaced in a day; the first day's purchase is left out.",
        [
            .. outcome.Curves.Strategies.Select(one => (
                one.Name,
                MonthFigures.Means(one.Net.Days, [double.NaN, .. one.Net.Turnover.Skip(1).Select(value => 100 * value)])))
        ],
        value => Display.Formatted(value, "N0"),
        fromSmallest: true);

    private static TableBlock Capital(StrategyEvaluation[] judged) => new(
        "capacity",
        $"Capital at which {Display.Share(Capacity.ShareOfTrades, "0.#")} of trades reach a share of the instrument's daily dollar volume",
        "Strategy",
        [
            .. judged[0].Capacity!.ByVolume.Select(point => new TableColumn(
                Display.Share(point.ShareOfVolume, "0.##"),
                $"Capital at which {Display.Share(Capacity.ShareOfTrades, "0.#")} of trades are "
                    + $"{Display.Share(point.ShareOfVolume, "0.##")} or more of the median daily dollar volume")),
            new("By impact", "Capital at which square-root impact takes the mean net return down to that of 1/N: an order of magnitude"),
            new("Trades", "Trades counted")
        ],
        [
            .. judged.Select(strategy => new TableRow(
                strategy.Name,
                [
                    .. strategy.Capacity!.ByVolume.Select(point => Cell.Money(point.Capital)),
                    strategy.Capacity.ByImpact == 0 ? Cell.Number(0, "none") : Cell.Money(strategy.Capacity.ByImpact),
                    Cell.Count(strategy.Capacity.Trades)
                ]))
        ]);

    private static NoteBlock CapitalNote(StrategyEvaluation[] judged)
    {
        var unknown = judged.Sum(strategy => strategy.Capacity!.Unknown);
        return new NoteBlock(
            "In the currency of the prices. Volume is the median of the instrument's last 20 bars up to the decision. By impact: a "
                + "trade is assumed to cost its volatility times the square root of its share of a day's volume (Grinold and Kahn), an "
                + "order of magnitude at best; none where the portfolio is not ahead of 1/N without impact."
                + (unknown > 0 ? $" {Display.Count(unknown)} trades have too few bars before them and are left out." : string.Empty));
    }
}

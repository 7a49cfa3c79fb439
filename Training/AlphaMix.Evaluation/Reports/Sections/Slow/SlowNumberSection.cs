using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections.Slow;

/// <summary>
/// The table of evaluate, information ratios with their intervals, and what the score adds to each of the other forecasts.
/// </summary>
internal sealed class SlowNumberSection : IReportSection
{
    public string Id => "numbers";

    public bool AppliesTo(ReportContext context) => context.Has<SlowOutcome>() && context.Has<SlowSetting>();

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<SlowOutcome>();
        var setting = context.Get<SlowSetting>();
        var result = outcome.Result;
        var sure = Display.Share(1 - setting.Options.Level, "0.##");
        var blocks = new List<ReportBlock> { Forecasts(result), Ratios(result, sure), Chart(result, sure), Yearly(result) };
        if (result.Contenders.Count > 1)
            blocks.Add(Leads(result, SlowLead.Of(outcome, setting.Options), sure));
        return new ReportSection(Id, "The numbers", "", blocks);
    }

    private static TableBlock Forecasts(SlowEvaluation result) => new(
        "forecasts",
        "The forecasts, and what trading them by the rule takes",
        "Forecast",
        [
            new("IC", "Mean daily correlation of the day's score, not averaged, with the return of the next holding day"),
            new("t of IC", "The t of that mean (Newey and West); below 2 is nothing"),
            new("RankIC", "The same of ranks"),
            new("Turnover", "Mean share of the portfolio replaced in a day"),
            new("Break-even", "Cost in basis points a side at which the mean net return falls to that of 1/N"),
            new("Relabelled", $"Share of {Display.Count(result.Relabelled)} portfolios with the same scores under other instruments' "
                + "names whose information ratio before costs is lower")
        ],
        [
            .. result.Contenders.Select(one => new TableRow(
                one.Name,
                [
                    Cell.Fine(one.Ic), Cell.Ratio(one.IcT), Cell.Fine(one.RankIc), Cell.Share(one.Turnover),
                    Cell.BasisPoints(one.BreakEvenBps), Cell.Share(one.PercentileAmongRelabelled)
                ])),
            new TableRow("1/N", [Cell.Empty, Cell.Empty, Cell.Empty, Cell.Share(result.EqualWeightTurnover), Cell.Empty, Cell.Empty],
                IsReference: true)
        ]);

    private static TableBlock Ratios(SlowEvaluation result, string sure) => new(
        "information-ratios",
        "Information ratio over 1/N, a year",
        "Forecast",
        [
            .. result.Contenders[0].AtCosts.SelectMany(at => new TableColumn[]
            {
                new($"At {SlowNames.Cost(at.CostBps)}", $"Mean over standard deviation of the daily return less that of 1/N, times the "
                    + $"root of 252, both at {SlowNames.Cost(at.CostBps)} a side"),
                new($"{sure}, {SlowNames.Cost(at.CostBps)}", "Where the true ratio lies, by a block bootstrap; one that holds 0 is no "
                    + "evidence")
            })
        ],
        [
            .. result.Contenders.Select(one => new TableRow(
                one.Name,
                [.. one.AtCosts.SelectMany(
                    at => new[] { Cell.Ratio(at.InformationRatio.Value),
                        Cell.Range(at.InformationRatio.Lower, at.InformationRatio.Upper) })]))
        ]);

    private static ChartBlock Chart(SlowEvaluation result, string sure) => new(
        "information-ratio-chart",
        "Information ratios with their intervals",
        $"Points are estimates, lines the {sure} intervals. A line that crosses 0 is no evidence, whatever the point.",
        new IntervalChart
        {
            Series =
            [
                .. result.Contenders.Select((one, i) => new IntervalSeries(
                    one.Name, ReturnSection.StyleOf(i), [.. one.AtCosts.Select((at, c) => IntervalPoint.From(c, at.InformationRatio))]))
            ],
            Categories = [.. result.Contenders[0].AtCosts.Select(at => SlowNames.Cost(at.CostBps))],
            XTitle = "Cost a side",
            Format = value => Display.Formatted(value, "0.0#"),
            Records = new ChartRecords(
                ["forecast", "cost bps", "information ratio", "lower", "upper"],
                [
                    .. from one in result.Contenders
                       from at in one.AtCosts
                       let ratio = at.InformationRatio
                       select new[]
                       {
                           one.Name, Display.Machine(at.CostBps), Display.Machine(ratio.Value), Display.Machine(ratio.Lower),
                           Display.Machine(ratio.Upper)
                       }
                ])
        });

    private static TableBlock Yearly(SlowEvaluation result) => new(
        "yearly",
        "A year over 1/N, and Sharpe ratios",
        "Forecast",
        [
            .. result.Contenders[0].AtCosts.SelectMany(at => new TableColumn[]
            {
                new($"Ahead, {SlowNames.Cost(at.CostBps)}", "Mean daily net return less that of 1/N, times 252"),
                new($"Sharpe, {SlowNames.Cost(at.CostBps)}", "Net Sharpe ratio a year, risk-free rate 0")
            })
        ],
        [
            .. result.Contenders
            .Select(one => new TableRow(one.Name,
                [.. one.AtCosts.SelectMany(at => new[] { Cell.Share(at.YearlyExcess), Cell.Ratio(at.Sharpe) })])),
            new TableRow("1/N", [.. result.Contenders[0].AtCosts.SelectMany(at => new[] { Cell.Empty, Cell.Ratio(at.EqualWeightSharpe) })],
                IsReference: true)
        ]);

    private static TableBlock Leads(SlowEvaluation result, IReadOnlyList<SlowLead> leads, string sure) => new(
        "leads",
        $"What {result.Contenders[0].Name} adds to each of the others",
        "Over",
        [
            .. result.Contenders[0].AtCosts.SelectMany(at => new TableColumn[]
            {
                new($"IR, {SlowNames.Cost(at.CostBps)}", $"Information ratio of {result.Contenders[0].Name} over the other portfolio, a "
                    + "year; below 0 the other did better"),
                new($"{sure}, {SlowNames.Cost(at.CostBps)}", "Where the true ratio lies; one that holds 0 is no evidence that anything "
                    + "is added")
            })
        ],
        [
            .. leads.GroupBy(lead => lead.Over).Select(group => new TableRow(
                group.Key, [.. group
                    .SelectMany(lead => new[] { Cell.Ratio(lead.InformationRatio.Value),
                        Cell.Range(lead.InformationRatio.Lower, lead.InformationRatio.Upper) })]))
        ]);
}

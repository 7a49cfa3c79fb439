using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Evaluations;
using AlphaMix.Evaluation.Reports.Figures;
using AlphaMix.Evaluation.Slow;

namespace AlphaMix.Evaluation.Reports.Slow;

/// <summary>The table of evaluate, information ratios with their intervals, and what the score adds to each of the other forecasts.</summary>
internal static class SlowNumberSection
{
    private const double Height = 300;

    public static ReportSection Of(SlowOutcome outcome, SlowSetting setting)
    {
        var result = outcome.Result;
        var sure = Display.Share(1 - setting.Options.Level, "0.##");
        var blocks = new List<ReportBlock> { Forecasts(result), Ratios(result, sure), Chart(result, sure), Yearly(result) };
        if (result.Contenders.Count > 1)
            blocks.Add(Leads(result, SlowLead.Of(outcome, setting.Options), sure));
        return new ReportSection("numbers", "The numbers", "", blocks);
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
            new("Relabelled", $"Share of {Display.Count(result.Relabelled)} portfolios with the same scores under other instruments' names whose information ratio before costs is lower")
        ],
        [
            .. result.Contenders.Select(one => new TableRow(
                one.Name,
                [
                    Told.Fine(one.Ic), Told.Ratio(one.IcT), Told.Fine(one.RankIc), Told.Share(one.Turnover), Told.BasisPoints(one.BreakEvenBps), Told.Share(one.PercentileAmongRelabelled)
                ])),
            new TableRow("1/N", [Cell.Empty, Cell.Empty, Cell.Empty, Told.Share(result.EqualWeightTurnover), Cell.Empty, Cell.Empty], IsReference: true)
        ]);

    private static TableBlock Ratios(SlowEvaluation result, string sure) => new(
        "information-ratios",
        "Information ratio over 1/N, a year",
        "Forecast",
        [
            .. result.Contenders[0].AtCosts.SelectMany(at => new TableColumn[]
            {
                new($"At {SlowNames.Cost(at.CostBps)}", $"Mean over standard deviation of the daily return less that of 1/N, times the root of 252, both at {SlowNames.Cost(at.CostBps)} a side"),
                new($"{sure}, {SlowNames.Cost(at.CostBps)}", "Where the true ratio lies, by a block bootstrap; one that holds 0 is no evidence")
            })
        ],
        [
            .. result.Contenders.Select(one => new TableRow(
                one.Name,
                [.. one.AtCosts.SelectMany(at => new[] { Told.Ratio(at.InformationRatio.Value), Cell.Range(at.InformationRatio.Lower, at.InformationRatio.Upper) })]))
        ]);

    private static FigureBlock Chart(SlowEvaluation result, string sure)
    {
        var costs = result.Contenders[0].AtCosts;
        var title = "Information ratios with their intervals";
        var caption = $"Points are estimates, lines the {sure} intervals. A line that crosses 0 is no evidence, whatever the point.";
        var chart = new IntervalChart(
            "information-ratio-chart", title, caption,
            [
                .. result.Contenders.Select((one, i) => new IntervalSeries(
                    one.Name, ReturnSection.StyleOf(i),
                    [.. one.AtCosts.Select((at, c) => new IntervalPoint(c, at.InformationRatio.Value, at.InformationRatio.Lower, at.InformationRatio.Upper))]))
            ])
        {
            Categories = [.. costs.Select(at => SlowNames.Cost(at.CostBps))],
            XTitle = "Cost a side",
            Format = value => Display.Formatted(value, "0.0#")
        };
        return new FigureBlock("information-ratio-chart", title, caption)
        {
            Heads = ["forecast", "cost bps", "information ratio", "lower", "upper"],
            Rows =
            [
                .. from one in result.Contenders
                   from at in one.AtCosts
                   let ratio = at.InformationRatio
                   select new[] { one.Name, Cell.Machine(at.CostBps), Cell.Machine(ratio.Value), Cell.Machine(ratio.Lower), Cell.Machine(ratio.Upper) }
            ],
            Legend = [.. result.Contenders.Select((one, i) => (ReturnSection.StyleOf(i), one.Name))],
            Draw = output =>
            {
                chart.Write(output, "wide", Svg.Wide, Height);
                new IntervalChart("information-ratio-chart-small", title, caption, chart.Series) { Categories = chart.Categories, XTitle = chart.XTitle, Format = chart.Format }
                    .Write(output, "narrow", Svg.Narrow, Height);
            }
        };
    }

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
            .. result.Contenders.Select(one => new TableRow(one.Name, [.. one.AtCosts.SelectMany(at => new[] { Told.Share(at.YearlyExcess), Told.Ratio(at.Sharpe) })])),
            new TableRow("1/N", [.. result.Contenders[0].AtCosts.SelectMany(at => new[] { Cell.Empty, Told.Ratio(at.EqualWeightSharpe) })], IsReference: true)
        ]);

    private static TableBlock Leads(SlowEvaluation result, IReadOnlyList<SlowLead> leads, string sure) => new(
        "leads",
        $"What {result.Contenders[0].Name} adds to each of the others",
        "Over",
        [
            .. result.Contenders[0].AtCosts.SelectMany(at => new TableColumn[]
            {
                new($"IR, {SlowNames.Cost(at.CostBps)}", $"Information ratio of {result.Contenders[0].Name} over the other portfolio, a year; below 0 the other did better"),
                new($"{sure}, {SlowNames.Cost(at.CostBps)}", "Where the true ratio lies; one that holds 0 is no evidence that anything is added")
            })
        ],
        [
            .. leads.GroupBy(lead => lead.Over).Select(group => new TableRow(
                group.Key, [.. group.SelectMany(lead => new[] { Told.Ratio(lead.InformationRatio.Value), Cell.Range(lead.InformationRatio.Lower, lead.InformationRatio.Upper) })]))
        ]);
}

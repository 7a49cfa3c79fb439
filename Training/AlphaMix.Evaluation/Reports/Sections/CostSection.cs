using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Active return over 1/N at each of several costs, and over the comparators.</summary>
internal sealed class CostSection : IReportSection
{
    public string Id => "costs";

    public bool AppliesTo(ReportContext context) =>
        context.Find<EvaluationOutcome>() is { Result: { Strategies.Count: > 0 } result }
        && (result.Costs.Count > 1 || result.OverComparators.Count > 0);

    public ReportSection Create(ReportContext context)
    {
        var result = context.Get<EvaluationOutcome>().Result;
        var blocks = new List<ReportBlock> { EvaluationTables.Costs([result]), Chart(result), Yearly(result) };
        if (result.OverComparators.Count > 0)
            blocks.Add(OverComparators(result));
        return new ReportSection(
            Id,
            "Active return by cost",
            "The information ratio is the mean over the standard deviation of the daily return less that of 1/N, times the root of 252; "
                + "both pay the same costs.",
            blocks);
    }

    private static ChartBlock Chart(EvaluationResult result) => new(
        "information-ratio-chart",
        "Information ratios with their intervals",
        $"Points are estimates, lines the {EvaluationTables.Level(result)} intervals. An interval that covers 0 is no evidence, whatever "
            + "the point.",
        new IntervalChart
        {
            Series =
            [
                .. result.Strategies.Select((one, i) => new IntervalSeries(
                    one.Name, ChartStyle.Series(i),
                    [.. one.Costs.Select((at, c) => IntervalPoint.From(c, at.OverEqualWeight.InformationRatio))]))
            ],
            Categories = [.. result.Costs.Select(CostText.Short)],
            XTitle = "Cost a side",
            Format = value => Display.Formatted(value, "0.0#"),
            Records = new ChartRecords(
                ["strategy", "cost bps", "information ratio", "lower", "upper"],
                [
                    .. from one in result.Strategies
                       from at in one.Costs
                       let ratio = at.OverEqualWeight.InformationRatio
                       select new[]
                       {
                           one.Name, Display.Machine(at.Costs.ExpectedBps), Display.Machine(ratio.Value), Display.Machine(ratio.Lower),
                           Display.Machine(ratio.Upper)
                       }
                ])
        });

    private static TableBlock Yearly(EvaluationResult result) => new(
        "yearly",
        "Active return and Sharpe ratio, a year",
        "Strategy",
        [
            .. result.Costs.SelectMany(costs => new TableColumn[]
            {
                new($"Active, {CostText.Short(costs)}", "Mean daily net return less that of 1/N, times 252"),
                new($"Sharpe, {CostText.Short(costs)}", "Annualised net Sharpe ratio, risk-free rate 0")
            })
        ],
        [
            .. result.Strategies.Select(strategy => new TableRow(
                strategy.Name,
                [.. strategy.Costs.SelectMany(at => new[] { Cell.Share(at.OverEqualWeight.Yearly), Cell.Ratio(at.Net.Compounded.Sharpe) })],
                strategy.IsComparator)),
            new TableRow(
                "1/N",
                [.. result.Strategies[0].Costs.SelectMany(at => new[] { Cell.Empty, Cell.Ratio(at.EqualWeightNet.Compounded.Sharpe) })],
                IsReference: true)
        ]);

    private static TableBlock OverComparators(EvaluationResult result)
    {
        var name = result.Strategies[0].Name;
        return new TableBlock(
            "over-comparators",
            $"Active return of {name} over each comparator",
            "Over",
            [
                .. result.Costs.SelectMany(costs => new TableColumn[]
                {
                    new($"IR, {CostText.Short(costs)}", $"Information ratio of {name} over the comparator, a year; below 0 the "
                        + "comparator did better"),
                    new($"{EvaluationTables.Level(result)}, {CostText.Short(costs)}", "Its confidence interval; one that covers 0 is no "
                        + "evidence")
                })
            ],
            [
                .. result.OverComparators.GroupBy(active => active.Over).Select(each => new TableRow(
                    each.Key,
                    [
                        .. each.Select(active => active.InformationRatio)
                            .SelectMany(ratio => new[] { Cell.Ratio(ratio.Value), Cell.Range(ratio.Lower, ratio.Upper) })
                    ]))
            ]);
    }
}

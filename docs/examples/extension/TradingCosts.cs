using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace MyAlpha;

/// <summary>A section of reports: what each strategy pays a year, and what it has paid by each day.</summary>
public sealed class TradingCosts : IReportSection
{
    public string Id => "trading-costs";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var (result, curves, _) = context.Get<EvaluationOutcome>();
        var rows = result.Judged.Select(strategy => new TableRow(
            strategy.Name,
            [
                Cell.Share(strategy.Turnover),
                Cell.Share(2 * strategy.Turnover * TradingYear.Days * result.HighestCosts.ExpectedBps / 10_000)
            ]));
        TableColumn[] columns =
        [
            new("Turnover", "Mean share of the portfolio replaced in a day"),
            new("Cost a year", "What is sold and bought a year at the expected cost of a trade, as a share of the portfolio")
        ];
        var paid = curves.Strategies.Select(strategy => new ReportSeries(strategy.Name, SoFar(strategy.Net.Costs)))
            .Append(new ReportSeries("1/N", SoFar(curves.EqualWeightAtCosts[^1].Costs), IsReference: true));
        return new ReportSection(
            Id,
            "What trading costs",
            "",
            [
                new TableBlock($"{Id}-yearly", "Costs of a year", "Strategy", columns, [.. rows]),
                ReportChart.OverDays(
                    $"{Id}-paid", "Costs paid so far", "Sum of each day's costs, in percent of the portfolio.",
                    curves.EqualWeight.Days, [.. paid], inPercent: true, fromZero: true)
            ])
        {
            Values = new Dictionary<string, double> { ["expectedBps"] = result.HighestCosts.ExpectedBps }
        };
    }

    private static double[] SoFar(double[] costs)
    {
        var sum = 0.0;
        return Array.ConvertAll(costs, cost => sum += 100 * cost);
    }
}

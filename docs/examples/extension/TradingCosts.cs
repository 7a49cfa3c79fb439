using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace MyAlpha;

/// <summary>A section of reports: what each strategy pays a year.</summary>
public sealed class TradingCosts : IReportSection
{
    public string Id => "trading-costs";

    public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

    public ReportSection Create(ReportContext context)
    {
        var result = context.Get<EvaluationOutcome>().Result;
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
        return new ReportSection(
            Id, "What trading costs", "", [new TableBlock(Id, "Costs of a year", "Strategy", columns, [.. rows])]);
    }
}

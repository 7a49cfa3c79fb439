using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>What of the strategies' returns portfolios that anyone can buy have too.</summary>
internal sealed class FactorSection : IReportSection
{
    public string Id => "factors";

    public bool AppliesTo(ReportContext context) =>
        context.Find<EvaluationOutcome>() is { Result: { Factors: not null, Strategies.Count: > 0 } };

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        var result = outcome.Result;
        return new ReportSection(
            Id,
            "What anyone can buy",
            "1/N and portfolios of one factor each, traded on the same days, names and fills at the same costs. A return that they have "
                + "too needs no forecast; alpha is what they leave.",
            [
                FactorTables.Regression([result]),
                .. HasFit(result) ? [Chart(outcome)] : Array.Empty<ReportBlock>(),
                FactorTables.Parts(result),
                FactorTables.OverBest([result]),
                FactorTables.Alternatives(result),
                FactorTables.Definitions(result)
            ]);
    }

    private static bool HasFit(EvaluationResult result) => result.Strategies.Any(one => !double.IsNaN(one.Factors!.Fit.Alpha.Value));

    private static ChartBlock Chart(EvaluationOutcome outcome) => new(
        "cumulative-alpha",
        $"Cumulative alpha, {CostText.AfterHighest(outcome.Result)}",
        "Sum of the daily returns less slope times factor, in percent. Slopes are those of the whole span, so that the line shows when "
            + "alpha was earned, not what could have been hedged.",
        new DaysChart
        {
            Days = outcome.Curves.EqualWeight.Days,
            Lines =
            [
                .. outcome.Result.Strategies.Select((one, i) => new ChartLine(
                    one.Name,
                    ChartStyle.Series(i),
                    [.. DailySums.Cumulated(one.Factors!.Fit.Hedged).Select((value, day) => new ChartPoint(day, value))]))
            ]
        });
}

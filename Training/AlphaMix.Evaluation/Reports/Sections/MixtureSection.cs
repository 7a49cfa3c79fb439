using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>How mixtures divided their portfolios among strategies.</summary>
internal sealed class MixtureSection : IReportSection
{
    public string Id => "mixtures";

    public bool AppliesTo(ReportContext context) =>
        context.Find<EvaluationOutcome>()?.Result.Strategies.Any(strategy => strategy.Mixture is not null) ?? false;

    public ReportSection Create(ReportContext context)
    {
        var result = context.Get<EvaluationOutcome>().Result;
        StrategyEvaluation[] mixtures = [.. result.Strategies.Where(strategy => strategy.Mixture is not null)];
        return new ReportSection(
            Id,
            "Shares in mixtures",
            "Each strategy trades on paper by its own rule, at the closes of decision days and without costs. The mixture sets shares by "
                + "those returns up to the day's close, and the portfolio holds the share-weighted sum, which pays the costs.",
            [Table(mixtures, result), Months(mixtures, context.Get<EvaluationOutcome>())]);
    }

    private static TableBlock Table(StrategyEvaluation[] mixtures, EvaluationResult result) => new(
        "mixture-shares",
        $"Shares, {CostText.AfterHighest(result)}",
        "Mixture and strategy",
        [
            new("Mean", "Mean of the daily shares"),
            new("Lowest", "Lowest daily share"),
            new("Highest", "Highest daily share"),
            new("Last", "Share on the last decision day")
        ],
        [
            .. from mixture in mixtures
               from part in mixture.Mixture!.Parts
               select new TableRow(
                   Name(mixture, part),
                   [Cell.Share(part.Mean), Cell.Share(part.Lowest), Cell.Share(part.Highest), Cell.Share(part.Last)])
        ]);

    private static ChartBlock Months(StrategyEvaluation[] mixtures, EvaluationOutcome outcome) => HeatMaps.Months(
        "monthly-shares",
        "Shares by month, percent",
        "Mean of the daily shares.",
        [
            .. from mixture in mixtures
               from part in mixture.Mixture!.Parts
               select (
                   Name(mixture, part),
                   MonthFigures.Means(outcome.Curves.EqualWeight.Days, [.. part.Daily.Select(share => 100 * share)]))
        ],
        value => Display.Formatted(value, "N0"),
        fromSmallest: true);

    private static string Name(StrategyEvaluation mixture, MixturePartEvaluation part) => $"{mixture.Name}, {part.Name}";
}

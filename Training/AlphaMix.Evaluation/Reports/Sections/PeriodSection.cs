using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Every strategy by calendar year and, with diagnostics, by market regime.</summary>
internal sealed class PeriodSection : IReportSection
{
    public string Id => "periods";

    public bool AppliesTo(ReportContext context) => context.Find<EvaluationOutcome>() is { Result.Strategies.Count: > 0 };

    public ReportSection Create(ReportContext context)
    {
        var outcome = context.Get<EvaluationOutcome>();
        var after = CostText.HasCosts(outcome.Result) ? $"; net figures are {CostText.AfterHighest(outcome.Result)}" : "";
        var blocks = new List<ReportBlock>
        {
            PeriodTable.Create("years", $"By calendar year{after}", "Year", outcome, PeriodFigures.Years(outcome.Curves.EqualWeight.Days))
        };
        if (context.Find<RunDiagnostics>() is not { } diagnostics)
            return new ReportSection(Id, "Year by year", "", blocks);
        if (diagnostics.Routers.Any(router => router.Regimes.Count > 0))
            blocks.Add(PeriodTable.Create(
                "regimes", $"By market regime{after}", "Regime", [.. diagnostics.Routers.Select(router => (router.Name, router.Regimes))]));
        else
            blocks.Add(new NoteBlock("No regimes: the data has too few days before the span."));
        blocks.Add(new NoteBlock(
            "Regimes use prices up to the decision only. The market is the mean return of all instruments; calm, normal and turbulent "
                + $"are thirds of its {MarketRegimes.Window}-day volatility among all earlier days, rising and falling the sign of its "
                + $"{MarketRegimes.Window}-day return."));
        return new ReportSection(Id, "Year by year, regime by regime", "", blocks);
    }
}

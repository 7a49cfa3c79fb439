using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Reports;

/// <summary>Makes the report of an evaluation: headline, verdict, caveats, and those sections of an outline that apply.</summary>
public static class EvaluationReport
{
    /// <summary>
    /// Gets the sections: return and drawdown; the numbers; and, with diagnostics, month by month, the routers' audit trail,
    /// what the scores
    /// know, calibration, trading, periods, groups and features; then how often the validation span was used, and the setting.
    /// </summary>
    public static ReportOutline Outline { get; } = new(
        new ReturnSection(), new NumberSection(), new MonthSection(), new TraceSection(), new ForecastSection(), new CalibrationSection(),
        new TradingSection(), new PeriodSection(), new GroupSection(), new FeatureSection(), new ValidationUseSection(),
        new SettingSection());

    /// <summary>Makes the report.</summary>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="diagnostics">The closer look; null leaves its sections out.</param>
    /// <param name="title">What was evaluated; any text.</param>
    /// <param name="outline">The sections; null takes <see cref="Outline"/>.</param>
    public static ReportDocument Create(
        EvaluationOutcome outcome, RunDiagnostics? diagnostics = null, string title = "AlphaMix evaluation", ReportOutline? outline = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(title);
        var result = outcome.Result;
        return new ReportDocument
        {
            Title = title,
            Headline = VerdictText.Headline(result),
            Setting = $"{Display.Day(result.From)} to {Display.Day(result.To)}, {Display.Count(result.Days)} trading days, "
                + $"{Display.Count(result.Instruments)} instruments, the top {result.Options.TopK} each day, "
                + $"{VerdictText.Costs(result.Options)}.",
            Verdicts = [.. result.Routers
                .Select(router => new ReportVerdict(router.Name, Verdict.Of(router, result).HasEdge, VerdictText.Reason(router, result)))],
            Caveats = [.. VerdictText.Caveats(result)],
            Sections = (outline ?? Outline).Create(Context(outcome, diagnostics)),
            Footer = "Past returns of a simulated portfolio; no advice. TR, SR and the like follow the AlphaMix paper (KDD 2023)."
        };
    }

    // A closer look at no router is none.
    private static ReportContext Context(EvaluationOutcome outcome, RunDiagnostics? diagnostics)
    {
        var closer = diagnostics is { Routers.Count: > 0 } ? diagnostics : null;
        return ReportContext.Empty.With(outcome).With(closer).With(closer?.Pool);
    }
}

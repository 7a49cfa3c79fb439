using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>
/// Makes the report of an evaluation: the verdict; return and drawdown; the numbers; and, with diagnostics, month by month, the routers' audit trail,
/// what the scores know, calibration, trading, periods, groups and features; then how often the validation span was used, and the setting.
/// </summary>
public static class EvaluationDocument
{
    /// <summary>Makes the report.</summary>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="diagnostics">The closer look; null leaves its sections out.</param>
    /// <param name="title">What was evaluated; any text.</param>
    public static ReportDocument Of(EvaluationOutcome outcome, RunDiagnostics? diagnostics = null, string title = "AlphaMix evaluation")
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(title);
        var result = outcome.Result;
        return new ReportDocument
        {
            Title = title,
            Headline = VerdictText.Headline(result),
            Setting = $"{Display.Day(result.From)} to {Display.Day(result.To)}, {Display.Count(result.Days)} trading days, "
                + $"{Display.Count(result.Instruments)} instruments, the top {result.Options.TopK} each day, {VerdictText.Costs(result.Options)}.",
            Verdicts = [.. result.Routers.Select(router => new ReportVerdict(router.Name, Verdict.Of(router, result).HasEdge, VerdictText.Reason(router, result)))],
            Caveats = [.. VerdictText.Caveats(result)],
            Sections =
            [
                ReturnSection.Of(outcome), NumberSection.Of(result),
                .. diagnostics is null || diagnostics.Routers.Count == 0 ? [] : Closer(outcome, diagnostics),
                .. SettingSection.Of(result)
            ],
            Footer = "Past returns of a simulated portfolio; no advice. TR, SR and the like follow the AlphaMix paper (KDD 2023)."
        };
    }

    private static IEnumerable<ReportSection> Closer(EvaluationOutcome outcome, RunDiagnostics diagnostics)
    {
        yield return MonthSection.Of(outcome, diagnostics.Grid);
        if (diagnostics.Pool is { Traces.Count: > 0 } traced)
            yield return TraceSection.Of(traced);
        yield return ForecastSection.Of(outcome, diagnostics);
        yield return CalibrationSection.Of(diagnostics.Routers);
        yield return TradingSection.Of(outcome, diagnostics);
        yield return PeriodSection.Of(diagnostics.Routers);
        if (diagnostics.Pool is not { } pool)
            yield break;
        yield return GroupSection.Of(pool.Groups, outcome.Result.Overfitting);
        yield return FeatureSection.Of(pool);
    }
}

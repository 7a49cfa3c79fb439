using AlphaMix.Core.Extensions;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Reports;

/// <summary>The report of an evaluation: headline, verdict, caveats, and those sections of an outline that apply to it.</summary>
internal static class EvaluationReport
{
    /// <summary>
    /// Gets the sections in order: return and drawdown; the numbers; costs and comparators; what anyone can buy; shares in mixtures;
    /// months; the routers' audit trail, forecasts and calibration; trading; years and regimes; folds; fallback days; groups; features;
    /// uses of the validation span; the setting.
    /// </summary>
    public static ReportOutline Outline { get; } = new(
        new ReturnSection(), new NumberSection(), new CostSection(), new FactorSection(), new MixtureSection(), new MonthSection(),
        new TraceSection(), new ForecastSection(), new CalibrationSection(), new TradingSection(), new PeriodSection(), new FoldSection(),
        new FallbackSection(), new GroupSection(), new FeatureSection(), new ValidationUseSection(), new SettingSection());

    /// <summary>Creates the report.</summary>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="diagnostics">Its diagnostics; null leaves their sections out.</param>
    /// <param name="title">What was evaluated; any text.</param>
    /// <param name="outline">The sections; null for <see cref="Outline"/>.</param>
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
            Setting = Setting(outcome),
            Verdicts =
            [
                .. result.Judged.Select(strategy =>
                    new ReportVerdict(strategy.Name, Verdict.From(strategy, result).HasEdge, VerdictText.Reason(strategy, result)))
            ],
            Caveats = [.. VerdictText.Caveats(result)],
            Sections = (outline ?? Outline).Create(Context(outcome, diagnostics)),
            Footer = "Past returns of a simulated portfolio; no advice. TR, SR and the like follow the AlphaMix paper (KDD 2023)."
        };
    }

    /// <summary>Creates the sections of an extension set that apply to an evaluation, in the order of their names.</summary>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="extensions">Sections are registered under <see cref="IReportSection"/>.</param>
    /// <exception cref="ArgumentException">Two sections have one id.</exception>
    public static IReadOnlyList<ReportSection> Sections(EvaluationOutcome outcome, ExtensionSet extensions) =>
        new ReportOutline().With(extensions).Create(Context(outcome, diagnostics: null));

    /// <summary>Writes the report as one self-contained page.</summary>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="output">Receives the page; left open.</param>
    /// <param name="title">What was evaluated; any text.</param>
    /// <param name="diagnostics">Its diagnostics; null leaves their sections out.</param>
    /// <param name="outline">The sections; null for <see cref="Outline"/>.</param>
    public static void WriteHtml(
        EvaluationOutcome outcome, TextWriter output, string title, RunDiagnostics? diagnostics = null, ReportOutline? outline = null) =>
        DocumentHtml.Write(Create(outcome, diagnostics, title, outline), output);

    private static string Setting(EvaluationOutcome outcome)
    {
        var result = outcome.Result;
        var pools = result.Folds.Count > 1 ? $"{result.Folds.Count} dated pools, " : "";
        return $"{Display.Day(result.From)} to {Display.Day(result.To)}, {Display.Count(result.Days)} trading days, "
            + $"{Display.Count(result.Instruments)} instruments, {pools}"
            + (result.Strategies.Count > 0 ? $"{RuleText.Short(result.Strategies[0])}, " : "")
            + $"{CostText.All(result.Costs)}.";
    }

    // Diagnostics of no strategy are none.
    private static ReportContext Context(EvaluationOutcome outcome, RunDiagnostics? diagnostics)
    {
        var known = diagnostics is { Routers.Count: > 0 } ? diagnostics : null;
        return ReportContext.Empty.With(outcome).With(known).With(known?.Pool);
    }
}

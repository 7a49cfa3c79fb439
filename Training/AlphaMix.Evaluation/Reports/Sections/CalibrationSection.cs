using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Calibration of P(up): reliability diagram, Brier score and its decomposition.</summary>
internal sealed class CalibrationSection : IReportSection
{
    public string Id => "calibration";

    public bool AppliesTo(ReportContext context) => context.Has<RunDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var routers = context.Get<RunDiagnostics>().Routers;
        return new ReportSection(
            Id,
            "Calibration of P(up)",
            "Of all forecasts of 0.6, six in ten should rise. Bins hold equally many samples; the intervals treat samples as "
                + "independent, which the instruments of one day are not: they are too narrow.",
            [Reliability(routers), Scores(routers)]);
    }

    private static ChartBlock Reliability(IReadOnlyList<RouterDiagnostics> routers) => new(
        "reliability",
        "Reliability",
        "Share of samples that rose, by P(up), with 95 % binomial intervals. Dashed: perfect calibration.",
        new ChartPanels
        {
            Panels =
            [
                .. routers.Select((router, r) => (
                    router.Name, $"Reliability of {router.Name}",
                    $"Observed frequency by mean P(up) in {router.Calibration.Bins.Count} bins.", Panel(router, r)))
            ],
            Records = Records(routers)
        });

    private static IntervalChart Panel(RouterDiagnostics router, int index)
    {
        return new IntervalChart
        {
            Series =
            [
                new IntervalSeries(
                    router.Name, ChartStyle.Series(index),
                    [.. router.Calibration.Bins.Select(bin => IntervalPoint.From(bin.MeanForecast, bin.Observed))])
            ],
            XTitle = "P(up)",
            Format = value => Display.Formatted(value, "0.00#"),
            Diagonal = true,
            Records = Records([router])
        };
    }

    private static ChartRecords Records(IReadOnlyList<RouterDiagnostics> routers) => new(
        ["router", "mean P(up)", "observed", "95 % from", "95 % to", "samples"],
        [
            .. routers.SelectMany(router => router.Calibration.Bins.Select(bin => new[]
            {
                router.Name, Display.Machine(bin.MeanForecast), Display.Machine(bin.Observed.Value), Display.Machine(bin.Observed.Lower),
                Display.Machine(bin.Observed.Upper), $"{bin.Count}"
            }))
        ]);

    private static TableBlock Scores(IReadOnlyList<RouterDiagnostics> routers) => new(
        "brier",
        "Brier score and its decomposition",
        "Router",
        [
            new("Brier", "Mean squared difference of P(up) and the outcome, 0 or 1; a constant forecast of one half scores 0.25"),
            new("Reliability", "Mean squared distance of P(up) from the observed frequency; 0 is perfect calibration"),
            new("Resolution", "Variance of the observed frequency over the bins, which lowers the score; 0 is no discrimination"),
            new("Uncertainty", "Brier score of forecasting the base rate"),
            new("Skill", "1 - Brier / uncertainty: above 0 it beats the base rate, which is known only in hindsight"),
            new("ECE", "Expected calibration error: mean distance of forecast and frequency"),
            new("Base rate", "Share of samples that rose"),
            new("Samples", "Instrument-days")
        ],
        [
            .. routers.Select(router => new TableRow(
                router.Name,
                [
                    Cell.Fine(router.Calibration.Brier), Cell.Fine(router.Calibration.Reliability),
                    Cell.Fine(router.Calibration.Resolution),
                    Cell.Fine(router.Calibration.Uncertainty), Cell.Share(router.Calibration.Skill, "N2"),
                    Cell.Fine(router.Calibration.ExpectedError),
                    Cell.Share(router.Calibration.BaseRate), Cell.Count(router.Calibration.Count)
                ]))
        ]);
}

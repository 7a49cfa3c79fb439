using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Whether P(up) means what it says.</summary>
internal sealed class CalibrationSection : IReportSection
{
    public string Id => "calibration";

    public bool AppliesTo(ReportContext context) => context.Has<RunDiagnostics>();

    public ReportSection Create(ReportContext context)
    {
        var routers = context.Get<RunDiagnostics>().Routers;
        return new ReportSection(
            Id,
            "Does P(up) mean what it says?",
            "Of all forecasts of 0.6, six in ten should rise. Bins hold equally many samples; the intervals take samples as "
                + "independent, which the "
            + "instruments of one day are not, so the truth is less certain than drawn.",
            [Reliability(routers), Scores(routers)]);
    }

    private static ChartBlock Reliability(IReadOnlyList<RouterDiagnostics> routers) => new(
        "reliability",
        "Reliability",
        "How often prices rose, by what P(up) said, with 95 % binomial intervals. Dashed: forecasts that mean what they say.",
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
                    router.Name, ReturnSection.StyleOf(index),
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
        "Brier score and what it is made of",
        "Router",
        [
            new("Brier", "Mean squared difference of P(up) and what happened; 0.25 is what always saying one half gets"),
            new("Reliability", "Part due to P(up) not meaning what it says; 0 is perfect"),
            new("Resolution", "Part taken off because forecasts tell rises from falls; 0 is nothing"),
            new("Uncertainty", "Brier score of always saying the base rate"),
            new("Skill", "1 - Brier / uncertainty: above 0 it beats the base rate, which is known only afterwards"),
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

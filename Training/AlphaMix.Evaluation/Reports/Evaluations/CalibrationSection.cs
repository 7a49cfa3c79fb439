using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Figures;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>Whether P(up) means what it says.</summary>
internal static class CalibrationSection
{
    public static ReportSection Of(IReadOnlyList<RouterDiagnostics> routers) => new(
        "calibration",
        "Does P(up) mean what it says?",
        "Of all forecasts of 0.6, six in ten should rise. Bins hold equally many samples; the intervals take samples as independent, which the instruments of one day are not, so "
        + "the truth is less certain than drawn.",
        [Reliability(routers), Scores(routers)]);

    private static FigureBlock Reliability(IReadOnlyList<RouterDiagnostics> routers)
    {
        const string Title = "Reliability";
        const string Caption = "How often prices rose, by what P(up) said, with 95 % binomial intervals. Dashed: forecasts that mean what they say.";
        return new FigureBlock("reliability", Title, Caption)
        {
            Heads = ["router", "mean P(up)", "observed", "95 % from", "95 % to", "samples"],
            Rows =
            [
                .. routers.SelectMany(router => router.Calibration.Bins.Select(bin => new[]
                {
                    router.Name, Cell.Machine(bin.MeanForecast), Cell.Machine(bin.Observed.Value), Cell.Machine(bin.Observed.Lower), Cell.Machine(bin.Observed.Upper), $"{bin.Count}"
                }))
            ],
            Draw = output =>
            {
                output.WriteLine("<div class=\"panels\">");
                for (var r = 0; r < routers.Count; r++)
                    Panel(routers[r], r, output);
                output.WriteLine("</div>");
            }
        };
    }

    private static void Panel(RouterDiagnostics router, int index, TextWriter output)
    {
        output.WriteLine("<div>");
        output.WriteLine($"<p class=\"note\"><b>{Display.Escape(router.Name)}</b></p>");
        new IntervalChart(
            $"reliability-{index}", $"Reliability of {router.Name}", $"Observed frequency by mean P(up) in {router.Calibration.Bins.Count} bins.",
            [
                new IntervalSeries(router.Name, ReturnSection.StyleOf(index), [.. router.Calibration.Bins.Select(bin =>
                    new IntervalPoint(bin.MeanForecast, bin.Observed.Value, bin.Observed.Lower, bin.Observed.Upper))])
            ])
        {
            XTitle = "P(up)",
            Format = value => Display.Formatted(value, "0.00#"),
            Diagonal = true
        }.Write(output, "half", Svg.Half, 270);
        output.WriteLine("</div>");
    }

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
                    Told.Fine(router.Calibration.Brier), Told.Fine(router.Calibration.Reliability), Told.Fine(router.Calibration.Resolution),
                    Told.Fine(router.Calibration.Uncertainty), Told.Share(router.Calibration.Skill, "N2"), Told.Fine(router.Calibration.ExpectedError),
                    Told.Share(router.Calibration.BaseRate), Told.Count(router.Calibration.Count)
                ]))
        ]);
}

using System.Globalization;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figure 8: how confident forecasts are.</summary>
internal sealed class Figure8Section : IReportSection
{
    public string Id => "section-figure-8";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Figure8) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        ModelRuns[] models =
        [
            .. new[] { data.Lead, data.Single }.OfType<ModelRuns>().Where(model => model.Runs.All(run => run.Confidence is not null))
        ];
        string[] bins = [.. Enumerable.Range(0, ConfidenceRecord.Bins).Select(bin => (0.5 + bin * ConfidenceRecord.Width).ToString("0.00",
            CultureInfo.InvariantCulture) + (bin == ConfidenceRecord.Bins - 1 ? "+" : ""))];
        return new ReportSection(
            Id,
            "Figure 8: confidence",
            "The larger of P(up) and P(down) of every forecast of the test span. Confidence grows with learning rate and epochs; it is "
                + "worth something only where accuracy grows with it, as the table shows.",
            [
                new ChartBlock("figure-8", "Share of forecasts by confidence", "Each bin holds confidences from its label up to the "
                    + "next; all seeds together.", new BarsChart
                {
                    Categories = bins,
                    XTitle = "confidence",
                    YTitle = "percent of forecasts",
                    Lines = [.. models.Select((model, m) => new ChartLine(model.Name, m == 0 ? "s1" : "s0",
                        [.. bins.Select((_, bin) => new ChartPoint(bin, Share(model, bin)))]))]
                }),
                new TableBlock(
                    "figure-8-accuracy",
                    "Accuracy by confidence, all seeds together",
                    "Confidence from",
                    [.. models.SelectMany(model => new TableColumn[] { new($"{model.Name}: forecasts %", "Share of the model's forecasts",
                        "N1"),
                        new($"{model.Name}: right %", "Share of these that named the direction", "N1") })],
                    [.. bins.Select((name, bin) => new TableRow(name, [.. models.SelectMany(model =>
                        new[] { Cell.Number(Share(model, bin)), Cell.Number(Right(model, bin)) })]))])
            ]);
    }

    private static double Share(ModelRuns model, int bin) =>
        100.0 * model.Runs.Sum(run => run.Confidence!.Counts[bin]) / model.Runs.Sum(run => run.Confidence!.Counts.Sum());

    private static double Right(ModelRuns model, int bin) =>
        100.0 * model.Runs.Sum(run => run.Confidence!.Right[bin]) / model.Runs.Sum(run => run.Confidence!.Counts[bin]);
}

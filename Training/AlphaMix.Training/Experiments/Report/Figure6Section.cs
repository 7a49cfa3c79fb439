using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figure 6: time and memory against profit.</summary>
internal sealed class Figure6Section : IReportSection
{
    private const double BytesAParameter = 4;

    public string Id => "section-figure-6";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Figure6) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        ModelRuns[] models = [.. data.Baselines, .. data.Lead is { } lead ? [lead] : Array.Empty<ModelRuns>()];
        var (total, sharpe) = (ProfitChart.RandomReturn(data), ProfitChart.RandomSharpe(data));
        static double Seconds(ModelRuns model) => model.Seconds.Average();
        static double KiloBytes(ModelRuns model) => model.Parameters * BytesAParameter / 1024;
        var threads = data.Result.Options.Threads;
        return new ReportSection(
            Id,
            "Figure 6: time and memory against profit",
            $"Seconds to train one seed on {threads} thread{(threads == 1 ? "" : "s")} of this machine, search, selection and routers "
                + "included; memory is that of the parameters a forecast is made with. Tasks of an experiment taken up again keep the "
                + "seconds they were measured with.",
            [
                ProfitChart.Create("figure-6-time-tr", "Seconds of training against total return", "seconds", "TR in percent", models,
                    Seconds, run =>
                    run.Gross.TotalReturn, total, data),
                ProfitChart.Create("figure-6-time-sr", "Seconds of training against Sharpe ratio", "seconds", "SR before costs", models,
                    Seconds, run =>
                    run.Gross.SharpeRatio, sharpe, data),
                ProfitChart.Create("figure-6-memory-tr", "Memory of the parameters against total return", "KiB", "TR in percent",
                    models, KiloBytes, run =>
                    run.Gross.TotalReturn, total, data),
                ProfitChart.Create("figure-6-memory-sr", "Memory of the parameters against Sharpe ratio", "KiB", "SR before costs",
                    models, KiloBytes, run =>
                    run.Gross.SharpeRatio, sharpe, data),
                new TableBlock(
                    "figure-6",
                    "Size, memory, time",
                    "Model",
                    [
                        new("parameters", "Parameters of a forecast, all members together", "N0"),
                        new("KiB", "Memory of these parameters, 4 bytes each", "N0"),
                        new("seconds", "Seconds of training a seed", "N2"), new("TR %", "Total return before costs", "N1"),
                            new("SR", "Sharpe ratio before costs")
                    ],
                    [
                        .. models.Select(model => new TableRow(model.Name,
                        [
                            Cell.Number(model.Parameters), Cell.Number(KiloBytes(model)), Cell.Spread(model.Seconds),
                            model.Spread(run => run.Gross.TotalReturn),
                            model.Spread(run => run.Gross.SharpeRatio)
                        ]))
                    ])
            ]);
    }
}

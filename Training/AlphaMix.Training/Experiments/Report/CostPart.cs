using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figures 2 and 6: size, time and memory against profit.</summary>
internal static class CostPart
{
    private const double BytesAParameter = 4;

    public static ReportSection Figure2(ReportData data)
    {
        ModelRuns[] models = [.. data.Baselines, .. data.Variants];
        return new ReportSection(
            "section-figure-2",
            "Figure 2: model size against Sharpe ratio",
            $"The paper plots its US models alone; here stand 1/N, which has no parameters and a Sharpe ratio of "
                + $"{data.Market.EqualWeight.SharpeRatio:0.00}, and the range of portfolios picked at random.",
            [Chart("figure-2", "Parameters of a forecast against Sharpe ratio", "parameters", "SR before costs", models, model => model.Parameters,
                run => run.Gross.SharpeRatio, RandomSharpe(data), data)]);
    }

    public static ReportSection Figure6(ReportData data)
    {
        ModelRuns[] models = [.. data.Baselines, .. data.Lead is { } lead ? [lead] : Array.Empty<ModelRuns>()];
        var (total, sharpe) = (RandomReturn(data), RandomSharpe(data));
        static double Seconds(ModelRuns model) => model.Seconds.Average();
        static double KiloBytes(ModelRuns model) => model.Parameters * BytesAParameter / 1024;
        var threads = data.Result.Options.Threads;
        return new ReportSection(
            "section-figure-6",
            "Figure 6: time and memory against profit",
            $"Seconds to train one seed on {threads} thread{(threads == 1 ? "" : "s")} of this machine, search, selection and routers included; "
                + "memory is that of the parameters a forecast is made with. Units of an experiment taken up again keep the seconds they were measured with.",
            [
                Chart("figure-6-time-tr", "Seconds of training against total return", "seconds", "TR in percent", models, Seconds, run =>
                    run.Gross.TotalReturn, total, data),
                Chart("figure-6-time-sr", "Seconds of training against Sharpe ratio", "seconds", "SR before costs", models, Seconds, run =>
                    run.Gross.SharpeRatio, sharpe, data),
                Chart("figure-6-memory-tr", "Memory of the parameters against total return", "KiB", "TR in percent", models, KiloBytes, run =>
                    run.Gross.TotalReturn, total, data),
                Chart("figure-6-memory-sr", "Memory of the parameters against Sharpe ratio", "KiB", "SR before costs", models, KiloBytes, run =>
                    run.Gross.SharpeRatio, sharpe, data),
                new TableBlock(
                    "figure-6",
                    "Size, memory, time",
                    "Model",
                    [
                        new("parameters", "Parameters of a forecast, all members together", "N0"), new("KiB", "Memory of these parameters, 4 bytes each", "N0"),
                        new("seconds", "Seconds of training a seed", "N2"), new("TR %", "Total return before costs", "N1"),
                            new("SR", "Sharpe ratio before costs")
                    ],
                    [
                        .. models.Select(model => new TableRow(model.Name,
                        [
                            Cell.Of(model.Parameters), Cell.Of(KiloBytes(model)), Cell.Spread(model.Seconds), model.Spread(run => run.Gross.TotalReturn),
                            model.Spread(run => run.Gross.SharpeRatio)
                        ]))
                    ])
            ]);
    }

    private static (double Even, double Low, double High) RandomSharpe(ReportData data) =>
        (data.Market.EqualWeight.SharpeRatio, data.Market.RandomSharpe.P05, data.Market.RandomSharpe.P95);

    private static (double Even, double Low, double High) RandomReturn(ReportData data) =>
        (data.Market.EqualWeight.TotalReturn, data.Market.RandomReturn.P05, data.Market.RandomReturn.P95);

    private static PointsChart Chart(
        string id,
        string title,
        string x,
        string y,
        ModelRuns[] models,
        Func<ModelRuns, double> at,
        Func<PortfolioRecord, double> figure,
        (double Even, double Low, double High) random,
        ReportData data)
    {
        ModelRuns[] placed = [.. models.Where(model => at(model) > 0)];
        return new PointsChart(id, title, $"Bars: standard deviation over {data.Result.Options.Seeds} seeds. Dashed: 1/N. Shaded: 5 % to 95 % of "
            + "random portfolios.")
        {
            XTitle = x,
            YTitle = y,
            Lines =
            [
                .. placed.Select(model => new ChartLine(model.Name, model.Name.StartsWith("AlphaMix", StringComparison.Ordinal) ? "s1" : "s0",
                    [model.Point(at(model), figure)])),
                new ChartLine("1/N", "ew", [new ChartPoint(double.NaN, random.Even)])
            ],
            Range = new ChartRange("Random portfolios, 5 % to 95 %", [(double.NaN, random.Low, random.High)])
        };
    }
}

using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Training.Experiments.Paper;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figure 7: how far seeds lie apart.</summary>
internal sealed class Figure7Section : IReportSection
{
    public string Id => "section-figure-7";

    public bool AppliesTo(ReportContext context) => context.Find<ReportData>()?.Wants(ExperimentPart.Figure7) == true;

    public ReportSection Create(ReportContext context)
    {
        var data = context.Get<ReportData>();
        var blocks = new List<ReportBlock>();
        if (data.Lead is { } lead)
            blocks.Add(Paths("figure-7-alphamix", lead, data));
        if (data.Single is { } single)
            blocks.Add(Paths("figure-7-single", single, data));
        return new ReportSection(
            Id,
            "Figure 7: return over the test span",
            "Mean over the seeds, shaded by one standard deviation. A mean of many networks varies less between seeds than one network "
                + "does, whatever either knows: a narrow band is no skill.",
            blocks);
    }

    private static ChartBlock Paths(string id, ModelRuns model, ReportData data)
    {
        double[][] paths = [.. model.Runs.Select(run => Cumulated(run.Daily!))];
        Distribution[] days =
        [
            .. Enumerable.Range(0, data.Result.Days.Count).Select(day => Distribution.From([.. paths.Select(path => path[day])]))
        ];
        var even = Cumulated(data.Market.EqualWeightDaily);
        return new ChartBlock(
            id,
            $"{model.Name}: cumulated return before costs",
            $"Sum of daily returns in percent; shaded: mean plus and minus one standard deviation over {model.Runs.Count} "
                + $"seed{(model.Runs.Count == 1 ? ", which has none" : "s")}. Dashed: 1/N. Dotted: the median of random portfolios.",
                new DaysChart
                {
                    Days = data.Result.Days,
                    Lines =
            [
                new ChartLine(model.Name.Split(' ')[0], "s0", [.. days.Select((day, d) => new ChartPoint(d, day.Mean, day.Sd))]),
                new ChartLine("1/N", "ew", [.. even.Select((value, d) => new ChartPoint(d, value))]),
                new ChartLine("random", "median",
                    [.. data.Result.RandomBand.P50.Select((value, d) => new ChartPoint(d, 100 * (value - 1)))])
            ],
                    Range = model.Runs.Count < 2 ? null : new ChartRange("One standard deviation over seeds",
                [.. days.Select((day, d) => ((double)d, day.Mean - day.Sd, day.Mean + day.Sd))])
                });
    }

    private static double[] Cumulated(double[] returns)
    {
        var sum = 0.0;
        return Array.ConvertAll(returns, value => 100 * (sum += value));
    }
}

using System.Globalization;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Report;

/// <summary>Figures 7 and 8: how far seeds lie apart, and how confident forecasts are.</summary>
internal static class CertaintyPart
{
    public static ReportSection Figure7(ReportData data)
    {
        var blocks = new List<ReportBlock>();
        if (data.Lead is { } lead)
            blocks.Add(Paths("figure-7-alphamix", lead, data));
        if (data.Single is { } single)
            blocks.Add(Paths("figure-7-single", single, data));
        return new ReportSection(
            "section-figure-7",
            "Figure 7: return over the test span",
            "Mean over the seeds, shaded by one standard deviation. A mean of many networks varies less between seeds than one network does, whatever "
                + "either knows: a narrow band is no skill.",
            blocks);
    }

    public static ReportSection Figure8(ReportData data)
    {
        ModelRuns[] models = [.. new[] { data.Lead, data.Single }.OfType<ModelRuns>().Where(model => model.Runs.All(run => run.Confidence is not null))];
        string[] bins = [.. Enumerable.Range(0, ConfidenceRecord.Bins).Select(bin => (0.5 + bin * ConfidenceRecord.Width).ToString("0.00",
            CultureInfo.InvariantCulture) + (bin == ConfidenceRecord.Bins - 1 ? "+" : ""))];
        return new ReportSection(
            "section-figure-8",
            "Figure 8: confidence",
            "The larger of P(up) and P(down) of every forecast of the test span. Confidence grows with learning rate and epochs; it is worth "
                + "something only where accuracy grows with it, which the table says.",
            [
                new BarsChart("figure-8", "Share of forecasts by confidence", "Each bin holds confidences from its label up to the next; all seeds together.")
                {
                    Categories = bins,
                    XTitle = "confidence",
                    YTitle = "percent of forecasts",
                    Lines = [.. models.Select((model, m) => new ChartLine(model.Name, m == 0 ? "s1" : "s0",
                        [.. bins.Select((_, bin) => new ChartPoint(bin, Share(model, bin)))]))]
                },
                new TableBlock(
                    "figure-8-accuracy",
                    "Accuracy by confidence, all seeds together",
                    "Confidence from",
                    [.. models.SelectMany(model => new TableColumn[] { new($"{model.Name}: forecasts %", "Share of the model's forecasts", "N1"),
                        new($"{model.Name}: right %", "Share of these that named the direction", "N1") })],
                    [.. bins.Select((name, bin) => new TableRow(name, [.. models.SelectMany(model =>
                        new[] { Cell.Of(Share(model, bin)), Cell.Of(Right(model, bin)) })]))])
            ]);
    }

    private static double Share(ModelRuns model, int bin) =>
        100.0 * model.Runs.Sum(run => run.Confidence!.Counts[bin]) / model.Runs.Sum(run => run.Confidence!.Counts.Sum());

    private static double Right(ModelRuns model, int bin) =>
        100.0 * model.Runs.Sum(run => run.Confidence!.Right[bin]) / model.Runs.Sum(run => run.Confidence!.Counts[bin]);

    private static DaysChart Paths(string id, ModelRuns model, ReportData data)
    {
        double[][] paths = [.. model.Runs.Select(run => Cumulated(run.Daily!))];
        Distribution[] days = [.. Enumerable.Range(0, data.Result.Days.Count).Select(day => Distribution.From([.. paths.Select(path => path[day])]))];
        var even = Cumulated(data.Market.EqualWeightDaily);
        return new DaysChart(
            id,
            $"{model.Name}: cumulated return before costs",
            $"Sum of daily returns in percent; shaded: mean plus and minus one standard deviation over {model.Runs.Count} "
                + $"seed{(model.Runs.Count == 1 ? ", which has none" : "s")}. Dashed: 1/N. Dotted: the median of random portfolios.")
        {
            Days = data.Result.Days,
            Lines =
            [
                new ChartLine(model.Name.Split(' ')[0], "s0", [.. days.Select((day, d) => new ChartPoint(d, day.Mean, day.Sd))]),
                new ChartLine("1/N", "ew", [.. even.Select((value, d) => new ChartPoint(d, value))]),
                new ChartLine("random", "median", [.. data.Result.RandomBand.P50.Select((value, d) => new ChartPoint(d, 100 * (value - 1)))])
            ],
            Range = model.Runs.Count < 2 ? null : new ChartRange("One standard deviation over seeds",
                [.. days.Select((day, d) => ((double)d, day.Mean - day.Sd, day.Mean + day.Sd))])
        };
    }

    private static double[] Cumulated(double[] returns)
    {
        var sum = 0.0;
        return Array.ConvertAll(returns, value => 100 * (sum += value));
    }
}

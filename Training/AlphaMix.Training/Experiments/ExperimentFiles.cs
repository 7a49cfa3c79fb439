using System.Text.Json;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Training.Data;
using AlphaMix.Training.Experiments.Report;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments;

/// <summary>
/// Writes an experiment's outcome into its folder: experiment.json, report.md, report.html, and a CSV file for each table and figure. Same
/// outcome, same bytes.
/// </summary>
internal static class ExperimentFiles
{
    /// <summary>Writes all files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="result">The outcome.</param>
    /// <returns>The report.</returns>
    public static ReportDocument Write(ExperimentFolder folder, ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(result);
        var report = PaperReport.Create(result);
        AtomicFile.WriteText(folder.Result, Json(result, report));
        AtomicFile.WriteText(folder.Markdown, Text(output => DocumentMarkdown.Write(report, output)));
        AtomicFile.WriteText(folder.Html, Text(output => DocumentHtml.Write(report, output)));
        foreach (var table in report.Tables)
            AtomicFile.WriteText(Path.Combine(folder.Csv, table.Id + ".csv"), Text(output => DocumentCsv.Write(table, output)));
        foreach (var chart in report.Charts)
            AtomicFile.WriteText(Path.Combine(folder.Csv, chart.Id + ".csv"), Text(output => DocumentCsv.Write(chart, output)));
        return report;
    }

    private static string Json(ExperimentResult result, ReportDocument report)
    {
        var all = new
        {
            Format = 1,
            report.Title,
            report.Headline,
            report.Setting,
            report.Verdicts,
            report.Caveats,
            Protocol = result.Options.Departures.ToString(),
            Switches = result.Options.Departures.Names,
            result.Options.Seeds,
            FirstSeed = result.Options.Configuration.Seed,
            result.Options.CostBps,
            PaperMarket = result.Market,
            result.Missing,
            Tables = report.Tables.Select(table => new { table.Id, table.Caption, table.FirstHead, table.Columns, table.Rows }),
            Figures = report.Charts.Select(Figure),
            result.Tasks
        };
        return JsonSerializer.Serialize(all, TaskJson.Options) + "\n";
    }

    private static object Figure(ChartBlock block)
    {
        var series = block.Chart as SeriesChart;
        return new
        {
            block.Id,
            block.Title,
            series?.Lines,
            Range = series?.Range?.Points.Select(point => new[] { point.X, point.Low, point.High })
        };
    }

    private static string Text(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}

using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Figures;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>Writes a report as a folder: report.html, report.md with the same content in text, and csv/ with every table, every figure and the daily records.</summary>
public static class ReportFolder
{
    /// <summary>Writes the folder; files of an earlier report are replaced, others stay.</summary>
    /// <param name="folder">The folder; made when it does not exist.</param>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="diagnostics">The closer look.</param>
    /// <param name="title">What was evaluated; any text.</param>
    public static void Write(string folder, EvaluationOutcome outcome, RunDiagnostics diagnostics, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var document = EvaluationDocument.Of(outcome, diagnostics, title);
        Directory.CreateDirectory(Path.Combine(folder, "csv"));
        Save(Path.Combine(folder, "report.html"), output => DocumentHtml.Write(document, output));
        Save(Path.Combine(folder, "report.md"), output => DocumentMarkdown.Write(document, output));
        WriteCsv(Path.Combine(folder, "csv"), document);
        Save(Path.Combine(folder, "csv", "days.csv"), output => EvaluationCsv.WriteDays(outcome, output));
        Save(Path.Combine(folder, "csv", "picks.csv"), output => EvaluationCsv.WritePicks(outcome, diagnostics.Grid, output));
        if (diagnostics.Pool is { } pool)
            Save(Path.Combine(folder, "csv", "router-trace.csv"), output => EvaluationCsv.WriteTrace(pool.Traces, output));
    }

    private static void WriteCsv(string folder, ReportDocument document)
    {
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            switch (block)
            {
                case TableBlock table:
                    Save(Path.Combine(folder, table.Id + ".csv"), output => DocumentCsv.Write(table, output));
                    break;
                case ChartBlock chart:
                    Save(Path.Combine(folder, chart.Id + ".csv"), output => DocumentCsv.Write(chart, output));
                    break;
                case FigureBlock figure:
                    Save(Path.Combine(folder, figure.Id + ".csv"), output => DocumentCsv.Write(figure, output));
                    break;
            }
        }
    }

    private static void Save(string path, Action<TextWriter> write)
    {
        using var output = new StreamWriter(path) { NewLine = "\n" };
        write(output);
    }
}

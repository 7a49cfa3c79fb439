using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Writes a report as a folder: report.html, report.md with the same content in text, and csv/ with every table, every chart and the daily
/// records.
/// </summary>
internal static class ReportFolder
{
    /// <summary>Writes the folder; files of an earlier report are replaced, others stay.</summary>
    /// <param name="folder">The folder; created when it does not exist.</param>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="diagnostics">Its diagnostics; null leaves their sections out.</param>
    /// <param name="title">What was evaluated; any text.</param>
    /// <param name="outline">The sections; null for <see cref="EvaluationReport.Outline"/>.</param>
    public static void Write(
        string folder, EvaluationOutcome outcome, RunDiagnostics? diagnostics, string title, ReportOutline? outline = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(outcome);
        var document = EvaluationReport.Create(outcome, diagnostics, title, outline);
        var records = new List<(string Name, Action<TextWriter> Write)>
        {
            ("days", output => EvaluationCsv.WriteDays(outcome, output)),
            ("picks", output => EvaluationCsv.WritePicks(outcome, output))
        };
        if (diagnostics?.Pool is { } pool)
            records.Add(("router-trace", output => EvaluationCsv.WriteTrace(pool.Traces, output)));
        DocumentFolder.Write(folder, document, records);
    }
}

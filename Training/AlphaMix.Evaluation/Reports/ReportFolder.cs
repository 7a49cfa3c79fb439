using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Writes a report as a folder: report.html, report.md with the same content in text, and csv/ with every table, every figure and the daily
/// records.
/// </summary>
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
        var document = EvaluationReport.Create(outcome, diagnostics, title);
        var records = new List<(string Name, Action<TextWriter> Write)>
        {
            ("days", output => EvaluationCsv.WriteDays(outcome, output)),
            ("picks", output => EvaluationCsv.WritePicks(outcome, diagnostics.Grid, output))
        };
        if (diagnostics.Pool is { } pool)
            records.Add(("router-trace", output => EvaluationCsv.WriteTrace(pool.Traces, output)));
        DocumentFolder.Write(folder, document, records);
    }
}

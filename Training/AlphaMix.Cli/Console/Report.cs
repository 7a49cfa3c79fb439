using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Cli.Console;

/// <summary>Writes the report of an evaluation: a page alone, or a folder with the page, the same in text, and CSV files.</summary>
internal static class Report
{
    /// <param name="path">A file that ends in .html, or else a folder.</param>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="diagnostics">The closer look.</param>
    /// <param name="title">The page's title.</param>
    /// <returns>The page's path.</returns>
    public static string Write(string path, EvaluationOutcome outcome, RunDiagnostics diagnostics, string title)
    {
        if (!IsPage(path))
        {
            ReportFolder.Write(path, outcome, diagnostics, title);
            return Path.Combine(path, "report.html");
        }

        using var writer = new StreamWriter(path);
        DocumentHtml.Write(EvaluationReport.Create(outcome, diagnostics, title), writer);
        return path;
    }

    /// <summary>Writes the report of a slow portfolio.</summary>
    /// <param name="path">A file that ends in .html, or else a folder.</param>
    /// <param name="run">The evaluation.</param>
    /// <param name="title">The page's title.</param>
    /// <returns>The page's path.</returns>
    public static string Write(string path, SlowRun run, string title)
    {
        if (!IsPage(path))
        {
            SlowReportFolder.Write(path, run.Outcome, run.Setting, run.Grid, title);
            return Path.Combine(path, "report.html");
        }

        using var writer = new StreamWriter(path);
        DocumentHtml.Write(SlowReport.Create(run.Outcome, run.Setting, title), writer);
        return path;
    }

    private static bool IsPage(string path) => Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM";
}

using AlphaMix.Core.Extensions;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Cli.Sessions;

/// <summary>Writes the report of an evaluation: a page alone, or a folder with the page, the same in text, and CSV files.</summary>
internal static class ReportFile
{
    /// <summary>Writes the report.</summary>
    /// <param name="path">A file that ends in .html, or else a folder.</param>
    /// <param name="outcome">The evaluation.</param>
    /// <param name="diagnostics">Its diagnostics.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="extensions">Further sections, under <see cref="IReportSection"/>; null for none.</param>
    public static void Write(
        string path, EvaluationOutcome outcome, RunDiagnostics diagnostics, string title, ExtensionSet? extensions = null)
    {
        var outline = extensions is null ? EvaluationReport.Outline : EvaluationReport.Outline.With(extensions);
        if (!IsPage(path))
        {
            ReportFolder.Write(path, outcome, diagnostics, title, outline);
            return;
        }

        using var writer = new StreamWriter(path);
        EvaluationReport.WriteHtml(outcome, writer, title, diagnostics, outline);
    }

    /// <summary>Returns where the page of a report lies.</summary>
    public static string PageOf(string path) => IsPage(path) ? path : Path.Combine(path, "report.html");

    private static bool IsPage(string path) => Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM";
}

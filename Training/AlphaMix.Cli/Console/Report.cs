using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Reports;

namespace AlphaMix.Cli.Console;

/// <summary>Writes the HTML page of an evaluation.</summary>
internal static class Report
{
    public static void Write(string path, EvaluationOutcome outcome, string title)
    {
        using var writer = new StreamWriter(path);
        HtmlReport.Write(outcome, writer, title);
    }
}

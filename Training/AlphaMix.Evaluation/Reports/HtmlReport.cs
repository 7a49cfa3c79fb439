using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Evaluations;

namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Writes an evaluation as one self-contained HTML page: the verdict in plain words, charts, tables. No script, no network; light and dark,
/// readable on a phone and on paper. Same outcome, same bytes.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="outcome">What <see cref="Evaluator"/> found.</param>
    /// <param name="output">Receives the page, to be stored as UTF-8; left open.</param>
    /// <param name="title">What was evaluated; any text.</param>
    /// <param name="diagnostics">The closer look; null leaves its sections out.</param>
    public static void Write(EvaluationOutcome outcome, TextWriter output, string title = "AlphaMix evaluation", RunDiagnostics? diagnostics = null) =>
        DocumentHtml.Write(EvaluationDocument.Of(outcome, diagnostics, title), output);
}

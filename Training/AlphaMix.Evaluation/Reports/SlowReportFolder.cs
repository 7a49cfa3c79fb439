using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports;

/// <summary>
/// Writes the report of a slow portfolio as a folder: report.html, report.md with the same content in text, and csv/ with every table,
/// every figure and the daily records.
/// </summary>
public static class SlowReportFolder
{
    /// <summary>Writes the folder; files of an earlier report are replaced, others stay.</summary>
    /// <param name="folder">The folder; made when it does not exist.</param>
    /// <param name="outcome">What <see cref="SlowEvaluator"/> found.</param>
    /// <param name="setting">The rules it was found by.</param>
    /// <param name="grid">The prices it was found on.</param>
    /// <param name="title">What was evaluated; any text.</param>
    public static void Write(string folder, SlowOutcome outcome, SlowSetting setting, MarketGrid grid, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        DocumentFolder.Write(
            folder,
            SlowReport.Create(outcome, setting, title),
            [("days", output => SlowCsv.WriteDays(outcome, output)), ("picks", output => SlowCsv.WritePicks(outcome, grid, output))]);
    }
}

using AlphaMix.Training.Data;

namespace AlphaMix.Cli.Console;

/// <summary>Prints what was noticed in price files.</summary>
internal static class Findings
{
    // Enough to see what is wrong; `data check --json` has all.
    private const int Most = 20;

    /// <summary>Prints the findings that matter, by file and line; nothing when there is none.</summary>
    public static void Print(Terminal terminal, IntegrityReport report)
    {
        var findings = report.Findings.Where(finding => finding.Severity != IntegritySeverity.Info).ToArray();
        foreach (var finding in findings.Take(Most))
            terminal.Line(finding.ToString());
        if (findings.Length > Most)
            terminal.Line($"... and {findings.Length - Most} more.");
    }
}

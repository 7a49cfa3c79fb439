using AlphaMix.Training.Data;

namespace AlphaMix.Cli.Console;

/// <summary>Prints what was noticed in price files.</summary>
internal static class Findings
{
    // Enough to see what is wrong; `data check` has all.
    private const int Most = 20;

    /// <summary>Prints the rows left out, by file and line, and how many files have other remarks; nothing when all is well.</summary>
    public static void Print(Terminal terminal, IntegrityReport report)
    {
        PrintErrors(terminal, report);
        var remarks = report.Count(IntegritySeverity.Warning);
        if (remarks > 0)
            terminal.Line($"{remarks} file(s) have bars that are not used, such as days without volume; `alphamix data check` lists them.");
    }

    /// <summary>Prints the rows left out alone.</summary>
    public static void PrintErrors(Terminal terminal, IntegrityReport report)
    {
        var errors = report.Findings.Where(finding => finding.Severity == IntegritySeverity.Error).ToArray();
        foreach (var error in errors.Take(Most))
            terminal.Line(error.ToString());
        if (errors.Length > Most)
            terminal.Line($"... and {errors.Length - Most} more.");
    }
}

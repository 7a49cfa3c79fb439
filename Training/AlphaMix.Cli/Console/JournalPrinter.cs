using AlphaMix.Evaluation.Evaluations;

namespace AlphaMix.Cli.Console;

/// <summary>Prints what of a journal is judged, and what is not.</summary>
internal static class JournalPrinter
{
    // Enough to see what is wrong; --json has all.
    private const int Most = 20;

    /// <summary>Prints the counts, the break, and the entries left out with their reasons.</summary>
    public static void Print(Terminal terminal, string path, JournalAudit audit)
    {
        terminal.Line($"{path}: {audit.Entries} entries, {audit.Judged} judged, {audit.LeftOut.Count} left out; head {audit.Head}");
        if (audit.Break is { } found)
            terminal.Line($"The chain is broken at {found}. The {audit.Lines - audit.Entries} line(s) from there on are not judged.");
        foreach (var omitted in audit.LeftOut.Take(Most))
            terminal.Line(
                $"Left out: line {omitted.Line}, {omitted.Day:yyyy-MM-dd}, written {omitted.WrittenUtc:yyyy-MM-dd HH:mm:ss} UTC: "
                + $"{omitted.Reason}.");
        if (audit.LeftOut.Count > Most)
            terminal.Line($"... and {audit.LeftOut.Count - Most} more; --json has all.");
        if (audit.DaysWithout > 0)
            terminal.Line($"{audit.DaysWithout} trading day(s) between the first and the last entry judged have none: no scores on them.");
        if (audit.UnknownNames.Count > 0)
            terminal.Line(
                $"Scored but not in the prices: {string.Join(", ", audit.UnknownNames)}. Pass --all-instruments if the folder has them.");
        if (audit.FromBacktests > 0)
            terminal.Line(
                $"{audit.FromBacktests} of the entries judged were written in a backtest, whose clock is simulated: THESE FIGURES ARE NO "
                + "EVIDENCE.");
        terminal.Line();
    }
}

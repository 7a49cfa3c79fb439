using System.CommandLine;
using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Journals;
using Spectre.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix journal</c>: checks and shows a journal of predictions.</summary>
internal static class JournalCommand
{
    private const int Best = 4;

    public static Command Create(Terminal terminal) => new("journal", "Check or show a journal of predictions (docs/journal.md).")
    {
        Check(terminal),
        Show(terminal)
    };

    private static Argument<string> File() =>
        new("FILE") { Description = "A journal, such as storage/alphamix/journal.jsonl." };

    private static Command Check(Terminal terminal)
    {
        var file = File();
        var head = Arguments.Value<string?>(
            "--head", "HASH", "A hash noted earlier: the journal must still have that entry, or it was cut or rewritten.");
        var command = new Command("check", "Verify the chain of hashes; exit code 1 names the first line that breaks it.") { file, head };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var path = parsed.GetValue(file)!;
            var journal = JournalFile.Read(path);
            terminal.Line($"{path}: {Describe(journal)}");
            if (journal.Break is { } found)
                throw new JournalException(
                    $"{path}: the chain is broken at {found}. The {journal.Lines - journal.Entries.Count} line(s) from there on prove "
                    + "nothing.");
            terminal.Line("The chain is whole.");
            if (parsed.GetValue(head) is { } noted)
                terminal.Line($"{noted} is the hash of {Find(path, journal, noted)}.");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var file = File();
        var date = Arguments.Day("--date", "Show all scores of one day.", required: false);
        var command = new Command("show", "List the entries, or the scores of one day.") { file, date };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var path = parsed.GetValue(file)!;
            var journal = JournalFile.Read(path);
            if (Arguments.Given(parsed, date) is { } day)
                Print(terminal, journal.Entries.FirstOrDefault(entry => entry.Day == day)
                    ?? throw new UsageException($"--date {day:yyyy-MM-dd}: {path} has no entry of this day."));
            else
                Print(terminal, journal.Entries);
            terminal.Line($"{path}: {Describe(journal)}");
            if (journal.Break is { } found)
                terminal.Line($"The chain is broken at {found}.");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static string Describe(Journal journal) => journal.Entries.Count == 0
        ? "no entry"
        : $"{journal.Entries.Count} entries, {journal.Entries[0].Day:yyyy-MM-dd} .. {journal.Entries[^1].Day:yyyy-MM-dd}; "
            + $"head {journal.Head}";

    private static string Find(string path, Journal journal, string hash)
    {
        for (var i = 0; i < journal.Entries.Count; i++)
        {
            if (journal.Entries[i].Hash == hash)
                return $"line {i + 1}, {journal.Entries[i].Day:yyyy-MM-dd}";
        }

        throw new JournalException($"{path}: no entry has the hash {hash}: the journal was cut before it, or rewritten.");
    }

    private static void Print(Terminal terminal, IReadOnlyList<JournalEntry> entries)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in new[] { "day", "written (UTC)", "origin", "pool", "router", "names", "best", "hash" })
            table.AddColumn(column);
        foreach (var entry in entries)
        {
            var best = string.Join(' ', Ranking(entry).Take(Best).Select(score => score.Key));
            table.AddRow(
                Text(entry.Day), Text(entry.WrittenUtc), $"{entry.Origin}", entry.Pool[..12], Markup.Escape(entry.Router),
                $"{entry.Scores.Count}", Markup.Escape(best), entry.Hash[..12]);
        }

        terminal.Ansi.Write(table);
    }

    private static void Print(Terminal terminal, JournalEntry entry)
    {
        terminal.Line(
            $"{Text(entry.Day)}, written {Text(entry.WrittenUtc)} UTC ({entry.Origin}), router {entry.Router}, pool {entry.Pool}, "
            + $"fitted through {Text(entry.FittedThrough)}");
        foreach (var (instrument, score) in Ranking(entry))
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{score:0.000000}  {instrument}"));
    }

    private static IEnumerable<KeyValuePair<string, double>> Ranking(JournalEntry entry) =>
        entry.Scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key, StringComparer.Ordinal);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

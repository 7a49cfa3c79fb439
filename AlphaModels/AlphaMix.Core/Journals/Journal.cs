using System.Globalization;

namespace AlphaMix.Core.Journals;

/// <summary>
/// A journal of predictions: each day's scores with the time at which they were written, every entry chained to the one before by its
/// SHA-256, so that no entry can be changed, removed or moved without changing all hashes behind it. Not thread-safe.
/// </summary>
/// <remarks>
/// The chain shows that nothing before a hash was changed after that hash was known. It does not show when it was written: for that, leave
/// the last hash where others date it. The format is in <c>docs/journal.md</c>.
/// </remarks>
public sealed class Journal
{
    private readonly List<JournalEntry> _entries = [];

    /// <summary>Gets the hash that stands before the first entry: 64 zeros.</summary>
    public static string Seed { get; } = new('0', JournalLine.HashLength);

    /// <summary>Gets the entries before the break, days ascending, times not descending.</summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>Gets the first line that does not continue the chain; null while it is whole.</summary>
    public JournalBreak? Break { get; private set; }

    /// <summary>Gets the number of lines, those from the break on among them.</summary>
    public int Lines { get; private set; }

    /// <summary>Gets the hash of the last entry before the break; <see cref="Seed"/> without one.</summary>
    public string Head => _entries.Count > 0 ? _entries[^1].Hash : Seed;

    /// <summary>Reads a journal. A break is no exception: entries up to it are read, those behind are not.</summary>
    /// <param name="bytes">The whole file; empty for a journal without entries.</param>
    public static Journal Read(ReadOnlyMemory<byte> bytes)
    {
        var journal = new Journal();
        for (var rest = bytes; rest.Length > 0;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            journal.Take(end < 0 ? rest : rest[..end], isWhole: end >= 0);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return journal;
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry; its hash is not read.</param>
    /// <returns>Its line, with the line break: append it to the file.</returns>
    /// <exception cref="ArgumentException">A value of the entry is outside its range.</exception>
    /// <exception cref="JournalException">
    /// The chain is broken, the entry's day is not later than the last one's, or its time is earlier.
    /// </exception>
    public byte[] Append(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        entry.Validate();
        if (Break is not null)
            throw new JournalException($"The chain is broken at {Break}. Nothing can be added to it: begin another journal.");
        if (OrderFault(entry) is var (field, expected, found))
            throw new JournalException($"{field}: expected {expected}, found {found}. A journal is never rewritten.");
        var line = JournalLine.Write(entry, Head, out var hash);
        _entries.Add(entry with { Hash = hash });
        Lines++;
        return line;
    }

    private void Take(ReadOnlyMemory<byte> line, bool isWhole)
    {
        Lines++;
        if (Break is not null)
            return;
        var entry = JournalLine.Read(line, Head, Lines, out var fault);
        if (entry is null)
            Break = fault;
        else if (!isWhole)
            Break = new JournalBreak(Lines, "line", "a line break behind the hash", "the end of the file");
        else if (OrderFault(entry) is var (field, expected, found))
            Break = new JournalBreak(Lines, field, expected, found);
        else
            _entries.Add(entry);
    }

    private (string Field, string Expected, string Found)? OrderFault(JournalEntry entry)
    {
        if (_entries.Count == 0)
            return null;
        var last = _entries[^1];
        if (entry.Day <= last.Day)
            return ("day", $"one later than {last.Day:yyyy-MM-dd}, the last entry's", $"{entry.Day:yyyy-MM-dd}");
        return entry.WrittenUtc < last.WrittenUtc
            ? ("written", $"no time before {Text(last.WrittenUtc)}, the last entry's", Text(entry.WrittenUtc))
            : null;
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

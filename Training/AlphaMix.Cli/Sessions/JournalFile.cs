using AlphaMix.Cli.Console;
using AlphaMix.Core.Journals;

namespace AlphaMix.Cli.Sessions;

/// <summary>A journal of predictions in a file.</summary>
internal static class JournalFile
{
    /// <summary>Reads a journal, whole or not.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Journal Read(string path) => File.Exists(path)
        ? Journal.Read(File.ReadAllBytes(path))
        : throw new UsageException($"{path}: no such journal. alphamix predict --journal and the LEAN plugin write one (docs/journal.md).");

    /// <summary>Adds an entry at the end of the file, which is begun where there is none.</summary>
    /// <returns>The entry's hash.</returns>
    /// <exception cref="JournalException">The chain is broken, or the entry is not later than the last one.</exception>
    public static string Append(string path, JournalEntry entry)
    {
        // No other program may add an entry between reading and writing.
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var journal = Journal.Read(bytes);
        try
        {
            file.Write(journal.Append(entry));
        }
        catch (JournalException fault)
        {
            throw new JournalException($"{path}: {fault.Message}");
        }

        file.Flush(flushToDisk: true);
        return journal.Head;
    }
}

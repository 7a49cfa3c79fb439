using AlphaMix.Cli.Console;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>Finds the dated pools of a walk-forward run.</summary>
internal static class PoolIndexFile
{
    /// <summary>Returns where a run's index lies: in the form in which LEAN's storage folder has it.</summary>
    public static string PathIn(string run) => Path.Combine(run, "storage", "alphamix", PoolIndex.FileName);

    /// <summary>Returns whether a path names a walk-forward run, or an index itself.</summary>
    public static bool Is(string path) => path.EndsWith(PoolIndex.FileName, StringComparison.Ordinal) || File.Exists(PathIn(path));

    /// <summary>Reads the dated pools: each in force until the next one, the last to the end of time.</summary>
    public static IReadOnlyList<DatedPool> Read(string path, ExtensionSet extensions)
    {
        var file = path.EndsWith(PoolIndex.FileName, StringComparison.Ordinal) ? path : PathIn(path);
        if (!File.Exists(file))
            throw new UsageException(
                $"{file}: no such index. train --walk-forward leaves one at RUN/storage/alphamix/{PoolIndex.FileName}.");
        var entries = PoolIndex.Read(File.ReadAllBytes(file), file).Entries;
        var folder = Path.GetDirectoryName(file)!;
        return
        [
            .. entries.Select((entry, i) => new DatedPool(
                entry.From,
                i + 1 < entries.Count ? entries[i + 1].From : DateOnly.MaxValue,
                PoolArtifact.Read(Path.Combine(folder, entry.Key), extensions)))
        ];
    }
}

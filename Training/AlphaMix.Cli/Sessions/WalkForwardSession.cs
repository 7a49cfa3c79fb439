using AlphaMix.Cli.Console;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Panels;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Runs;

namespace AlphaMix.Cli.Sessions;

/// <summary>Trains one pool a fold, each on what lay before its fold, and leaves them dated with an index.</summary>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="clock">Stamps logs and measures stages.</param>
/// <param name="threads">Number of threads.</param>
/// <param name="trainer">Trains the groups; null for the CPU trainer.</param>
internal sealed class WalkForwardSession(Terminal terminal, TimeProvider clock, int threads, IGroupSetTrainer? trainer = null)
{
    /// <summary>Trains all folds; with <paramref name="resume"/>, those that are not finished.</summary>
    public void Train(
        TrainingConfiguration configuration, IPriceFolder prices, string runFolder, bool resume, CancellationToken cancellation)
    {
        var folds = WalkForwardFold.Create(configuration);
        var report = new IntegrityReport();
        var series = PriceLoader.Load(prices, configuration.Data, report, threads);
        Findings.Print(terminal, report);
        var run = RunFolder.Open(runFolder, configuration, resume);
        var entries = new List<PoolIndexEntry>();
        foreach (var fold in folds)
        {
            cancellation.ThrowIfCancellationRequested();
            terminal.Line(
                $"Fold {entries.Count + 1} of {folds.Count}: trained {fold.Configuration.Split.TrainFrom:yyyy-MM-dd} .. "
                    + $"{fold.Configuration.Split.FitTo:yyyy-MM-dd}, for {fold.From:yyyy-MM-dd} .. "
                    + $"{fold.Configuration.Split.TestTo:yyyy-MM-dd}");
            var pool = Obtain(run, fold, series, resume, cancellation);
            entries.Add(Publish(run, fold.From, pool));
        }

        var index = PoolIndexFile.PathIn(run.Root);
        AtomicFile.Write(index, stream => stream.Write(new PoolIndex(entries).ToBytes()));
        terminal.Line(
            $"Wrote {index}: {entries.Count} dated pools. Copy {Path.Combine(run.Root, "storage")} over LEAN's storage folder to trade "
                + $"them.");
    }

    private Pool Obtain(RunFolder run, WalkForwardFold fold, IReadOnlyList<BarSeries> series, bool resume, CancellationToken cancellation)
    {
        // Nothing at or after the fold's test span is even handed to the trainer.
        var before = series.Select(each => each.Before(fold.Configuration.Split.FitTo)).Where(each => each.Count > 0).ToArray();
        var folder = RunFolder.Open(Path.Combine(run.Root, "folds", PoolIndex.Text(fold.From)), fold.Configuration, resume);
        if (File.Exists(folder.Pool) && File.Exists(folder.Metrics)
            && Finished(folder, before, fold.Configuration.Extensions) is { } finished)
        {
            terminal.Line($"{folder.Pool}: finished before, from the same bars.");
            return finished;
        }

        return new TrainingSession(terminal, clock, threads, trainer).TrainInto(folder, fold.Configuration, before, cancellation);
    }

    private static Pool? Finished(RunFolder folder, BarSeries[] series, ExtensionSet extensions)
    {
        try
        {
            var pool = PoolArtifact.Read(folder.Pool, extensions);
            var bars = BarsFingerprint.Compute(
                series.Select(each => each.Usable()).OrderBy(each => each.Instrument, StringComparer.Ordinal), pool.Manifest.FittedThrough);
            return bars == pool.Manifest.BarsFingerprint ? pool : null;
        }
        catch (ArtifactException)
        {
            // A damaged pool is trained again; its groups may still be in the checkpoints.
            return null;
        }
    }

    private static PoolIndexEntry Publish(RunFolder run, DateOnly from, Pool pool)
    {
        var entry = new PoolIndexEntry(from, pool.Manifest.FittedThrough, $"{PoolIndex.Text(from)}/pool.safetensors");
        var path = Path.Combine(Path.GetDirectoryName(PoolIndexFile.PathIn(run.Root))!, entry.Key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        PoolArtifact.Write(pool, path);
        return entry;
    }
}

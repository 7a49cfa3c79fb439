using AlphaMix.Cli.Console;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Groups.Trainers;
using AlphaMix.Training.Pools;
using AlphaMix.Training.Runs;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>Trains a pool into a run folder, with progress.</summary>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="clock">Stamps the log and measures stages.</param>
/// <param name="threads">Number of threads.</param>
/// <param name="trainer">Trains sets of groups; null for the vector kernels on the CPU.</param>
internal sealed class TrainingSession(Terminal terminal, TimeProvider clock, int threads, IGroupSetTrainer? trainer = null)
{
    /// <summary>Runs stages 1 to 3 and writes config.json, train.log, checkpoints, metrics.json and pool.safetensors.</summary>
    public Pool Train(
        TrainingConfiguration configuration, IPriceFolder prices, string runFolder, bool resume, CancellationToken cancellation)
    {
        var report = new IntegrityReport();
        var series = PriceLoader.Load(prices, configuration.Data, report, threads);
        Findings.Print(terminal, report);
        return TrainInto(RunFolder.Open(runFolder, configuration, resume), configuration, series, cancellation);
    }

    /// <summary>Trains into a run folder that is open, on bars that are loaded.</summary>
    public Pool TrainInto(
        RunFolder run, TrainingConfiguration configuration, IReadOnlyList<BarSeries> series, CancellationToken cancellation)
    {
        var trained = RunProgress.Show(terminal, clock, progress =>
        {
            var log = new RunLog(run.Log, clock, progress);
            var store = new GroupCheckpoints(run, series, configuration, log);
            return new PoolTrainer(
                configuration, trainer ?? new ThreadedGroupSetTrainer(new SimdGroupTrainer(), threads), store, log, clock, threads).Train(
                    series, cancellation);
        });
        foreach (var note in trained.Notes)
            terminal.Line(note);
        WriteMetrics(run, configuration, series, trained);
        PoolArtifact.Write(trained.Pool, run.Pool);
        terminal.Line(
            $"Wrote {run.Pool}: {trained.Pool.Groups.Count} groups{Trees(trained.Pool)}, "
                + $"fitted through {trained.Pool.Manifest.FittedThrough:yyyy-MM-dd}.");
        return trained.Pool;
    }

    private static string Trees(Pool pool) => pool.TreeGroups.Count > 0 ? $" and {pool.TreeGroups.Count} of trees" : "";

    private void WriteMetrics(RunFolder run, TrainingConfiguration configuration, IReadOnlyList<BarSeries> series, TrainedPool trained)
    {
        var start = clock.GetTimestamp();
        var before = series.Select(each => each.Before(configuration.Split.FitTo)).ToArray();
        DatedPool[] pools = [new(configuration.Split.ValidationFrom, configuration.Split.FitTo, trained.Pool)];
        var validation = new EvaluationSession(pools, before, new EvaluationRequest { AllowInSample = true, Threads = threads }).Evaluate();
        var timing = new Dictionary<string, double>
        {
            ["data"] = trained.Timing[TrainingStage.Data],
            ["search"] = trained.Timing[TrainingStage.Search],
            ["pool"] = trained.Timing[TrainingStage.Pool],
            ["routers"] = trained.Timing[TrainingStage.Routers],
            ["evaluation"] = clock.GetElapsedTime(start).TotalSeconds
        };
        File.WriteAllText(run.Metrics, RunMetrics.ToJson(validation.Result, trained, timing, threads));
    }
}

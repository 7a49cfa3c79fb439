using AlphaMix.Cli.Console;
using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Slow;
using AlphaMix.Training.Runs;

namespace AlphaMix.Cli.Commands;

/// <summary>The part of <c>alphamix evaluate</c> for pools with a slow portfolio and for walk-forward runs.</summary>
internal static class EvaluateSlow
{
    /// <summary>Why there is no page of a slow portfolio.</summary>
    public const string NoReport = "reports are made of the daily top-k strategy, found a slow portfolio or a walk-forward run. Its figures are printed by evaluate, and written by evaluate --json.";

    /// <summary>Tells whether a path is a matter for this part.</summary>
    public static bool Is(string path) => PoolIndexFile.Is(path) || PoolFile.Read(path).Manifest.TradingRule is not null;

    /// <summary>Evaluates runs, prints the table and writes the JSON.</summary>
    public static int Run(
        Terminal terminal, string[] paths, string data, DateOnly? from, DateOnly? to, FillRule? fill, double? costBps, bool all, int threads, string? json)
    {
        var results = new List<SlowEvaluation>();
        foreach (var path in paths)
        {
            var pools = Checked(Pools(path), from, to, path);
            var series = PoolPrices.Load(terminal, pools[^1].Pool, data, all, threads);
            var options = new SlowEvaluatorOptions { Threads = threads, Seed = pools[0].Pool.Manifest.Seed };
            results.Add(SlowSession.Evaluate(pools, series, from, to, fill, costBps is { } cost ? options with { CostsBps = [cost] } : options));
        }

        SlowTable.Print(terminal, results);
        if (json is not null)
            File.WriteAllText(json, SlowJson.ToString(results));
        return ExitCode.Ok;
    }

    private static IReadOnlyList<DatedPool> Pools(string path)
    {
        if (PoolIndexFile.Is(path))
            return PoolIndexFile.Read(path);
        var pool = PoolFile.Read(path);
        return [new DatedPool(pool.Manifest.FittedThrough.AddDays(1), DateOnly.MaxValue, pool)];
    }

    private static IReadOnlyList<DatedPool> Checked(IReadOnlyList<DatedPool> pools, DateOnly? from, DateOnly? to, string path)
    {
        if (pools.FirstOrDefault(dated => dated.Pool.Manifest.TradingRule is null) is { } paper)
            throw new UsageException($"{path}: the pool fitted through {paper.Pool.Manifest.FittedThrough:yyyy-MM-dd} has no slow portfolio. Train with profile practical, or evaluate the folds one by one.");
        if (from < pools[0].From)
            throw new UsageException($"--from {from:yyyy-MM-dd}: the first pool trades from {pools[0].From:yyyy-MM-dd}; it was fitted on prices through {pools[0].Pool.Manifest.FittedThrough:yyyy-MM-dd}.");
        if ((from ?? pools[0].From) >= (to ?? pools[^1].To))
            throw new UsageException($"--from {from:yyyy-MM-dd} must lie before --to {to:yyyy-MM-dd}.");
        return [.. pools.Where(dated => to is null || dated.From < to)];
    }
}

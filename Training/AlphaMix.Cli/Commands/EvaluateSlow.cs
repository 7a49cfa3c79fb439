using AlphaMix.Cli.Console;
using AlphaMix.Evaluation.Slow;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Commands;

/// <summary>The part of <c>alphamix evaluate</c> for pools with a slow portfolio and for walk-forward runs.</summary>
internal static class EvaluateSlow
{
    /// <summary>Tells whether a path is a matter for this part.</summary>
    public static bool Is(string path) => PoolIndexFile.Is(path) || PoolFile.Read(path).Manifest.TradingRule is not null;

    /// <summary>Evaluates runs, prints the table and writes JSON and report.</summary>
    public static int Run(Terminal terminal, string[] paths, SlowRequest request, string? json, string? report)
    {
        SlowRun[] runs = [.. paths.Select(path => Evaluate(terminal, path, request))];
        SlowEvaluation[] results = Array.ConvertAll(runs, run => run.Outcome.Result);
        SlowTable.Print(terminal, results);
        if (report is not null)
            Report.Write(report, runs[0], "AlphaMix evaluation");
        if (json is not null)
            File.WriteAllText(json, SlowJson.ToString(results));
        return ExitCode.Ok;
    }

    /// <summary>Evaluates one run, prints the verdict and writes report and JSON.</summary>
    public static int RunReport(Terminal terminal, string path, SlowRequest request, string? json, string report, string title)
    {
        var run = Evaluate(terminal, path, request);
        var page = Report.Write(report, run, title);
        if (json is not null)
            File.WriteAllText(json, SlowJson.ToString([run.Outcome.Result]));
        terminal.Line(SlowVerdict.Text(run.Outcome.Result));
        terminal.Line($"Report  {page}");
        return ExitCode.Ok;
    }

    private static SlowRun Evaluate(Terminal terminal, string path, SlowRequest request)
    {
        var pools = Checked(Pools(path), request.From, request.To, path);
        var series = PoolPrices.Load(terminal, pools[^1].Pool, request.Data, request.All, request.Threads);
        var options = new SlowEvaluatorOptions { Threads = request.Threads, Seed = pools[0].Pool.Manifest.Seed };
        if (request.CostBps is { } cost)
            options = options with { CostsBps = [cost] };
        if (request.Level is { } level)
            options = options with { Level = level };
        return SlowSession.Evaluate(pools, series, request.From, request.To, request.Fill, options);
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

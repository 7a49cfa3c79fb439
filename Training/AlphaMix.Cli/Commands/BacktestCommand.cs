using System.CommandLine;
using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Lean;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix backtest</c>: an algorithm in the real LEAN engine, its statistics beside the project's own.</summary>
internal static class BacktestCommand
{
    private const string DefaultPoolKey = "alphamix/pool.safetensors";

    // What LEAN's default fee model for US equities takes of orders of this size (InteractiveBrokersFeeModel; its floor of a dollar an
    // order is left out).
    private const double LeanFeePerShare = 0.005;

    public static Command Create(Terminal terminal)
    {
        var options = new BacktestOptions();
        var command = new Command(
            "backtest",
            "Run an algorithm of a LEAN workspace (alphamix new lean, or the repository) in the real engine, and compare its statistics "
                + "with the project's own.");
        options.AddTo(command);
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var parameters = options.Parameters(parsed);
            var extensions = BacktestOptions.Extensions(parameters);
            var home = Path.GetFullPath(Environment.GetEnvironmentVariable("ALPHAMIX_HOME") ?? Directory.GetCurrentDirectory());
            var algorithm = LeanAlgorithm.Find(home, options.Algorithm(parsed));
            options.AddMarket(parsed, home, algorithm, parameters);
            var costs = options.Costs(parameters, extensions);
            if (Launcher(terminal, algorithm) is not { } launcher)
                return ExitCode.Missing;
            var run = options.Run(parsed, home, algorithm, parameters);
            terminal.Line($"LEAN      {launcher.Folder}");
            terminal.Line($"Run       {run.Folder}");
            var statistics = launcher.Run(run, Path.Combine(home, "lean.json"));
            var (own, equity) = Evaluate(terminal, run, statistics, extensions, costs, options.Threads(parsed));
            BacktestTable.Print(terminal, statistics, own, equity, costs is null ? "LEAN's fee per share" : CostText.Full(costs));
            return ExitCode.Ok;
        }));
        return command;
    }

    /// <summary>Finds what runs an algorithm; null, with the reason said, where something is missing.</summary>
    private static LeanLauncher? Launcher(Terminal terminal, LeanAlgorithm algorithm)
    {
        if (algorithm.PythonFile is not null && PythonRuntime.Find() is null)
        {
            terminal.Error.WriteLine(PythonRuntime.Missing);
            return null;
        }

        var launcher = LeanLauncher.Find(algorithm.Project, terminal);
        if (launcher is null)
            terminal.Error.WriteLine(
                "There is no LEAN launcher: set LEAN_LAUNCHER_DIR to the folder of QuantConnect.Lean.Launcher.dll, or use a NuGet "
                    + "source that has QuantConnect.Lean (docs/lean.md).");
        return launcher;
    }

    /// <summary>Evaluates the pool that the algorithm traded, on the days that LEAN traded; nulls when there is none to be found.</summary>
    private static (StrategyEvaluation? Own, EquityComparison? Equity) Evaluate(
        Terminal terminal, LeanRun run, LeanStatistics statistics, ExtensionSet extensions, ICostModel? costs, int threads)
    {
        if (run.Algorithm != "AlphaMixStrategy")
            return default;
        var file = Path.Combine(run.Storage, run.Parameters.GetValueOrDefault("pool", DefaultPoolKey));
        if (!File.Exists(file))
            return default;
        var pools = PoolSource.Read(file, extensions);
        var series = PoolPrices.Load(new Terminal(TextWriter.Null, terminal.Error), pools[0].Pool, run.Data, all: false, threads);
        var topK = int.Parse(run.Parameters.GetValueOrDefault("top-k", "0"), CultureInfo.InvariantCulture);
        var session = new EvaluationSession(pools, series, new EvaluationRequest
        {
            From = statistics.From,
            To = statistics.To.AddDays(1),
            Routers = run.Parameters.GetValueOrDefault("router", RouterNames.Average),
            TopK = topK > 0 ? topK : null,
            Buffer = bool.Parse(run.Parameters.GetValueOrDefault("holding-buffer", "false")),
            Fill = FillRule.NextOpen,
            CostsBps = [0],
            CostPerShare = run.Parameters.ContainsKey("cost-per-order") ? 0 : LeanFeePerShare,
            CostModels = costs is null ? [] : [costs],
            AllowInSample = true,
            Extensions = extensions,
            Threads = threads
        });
        if (!session.HasDays)
            return default;
        var own = session.Evaluate().Result.Strategies[0];
        var equity = run.Parameters.ContainsKey("max-turnover")
            ? null
            : EquityComparison.Compute(statistics.Equity, session.Closes(own.Name));
        return (own, equity);
    }
}

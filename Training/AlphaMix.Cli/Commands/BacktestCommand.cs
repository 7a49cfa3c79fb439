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
        var algorithm = Arguments.Value<string?>(
            "--algorithm", "NAME",
            "Class name of an algorithm of the workspace, or a Python file. Default: Main.cs or main.py of the first project.");
        var from = Arguments.Day("--from", "First day; handed to the algorithm as its parameter from.", required: false);
        var to = Arguments.Day("--to", "Last day; handed to the algorithm as its parameter to.", required: false);
        var parameters = new Option<string[]>("--param")
        {
            Description = "A parameter of the algorithm; may be repeated.",
            HelpName = "k=v"
        };
        var costModel = new Option<string?>("--cost-model")
        {
            Description =
                "A cost model by name with its parameters, such as proportional,bps=5 or one of an extension, charged as slippage in "
                + "place of LEAN's fees, in LEAN and beside it; handed to the algorithm as its parameter cost-model.",
            HelpName = "NAME,a=b"
        };
        var costBps = new Option<double?>("--cost-bps")
        {
            Description = "Cost of a trade in basis points of its value, each side: short for --cost-model proportional,bps=BPS.",
            HelpName = "BPS"
        };
        var extension = Arguments.Extensions();
        var output = new Option<string?>("--out")
        {
            Description = "Folder of the run. Default: backtests/<time> in the algorithm's folder.",
            HelpName = "DIR"
        };
        var data = Arguments.Data();
        var threads = Arguments.Threads();
        var command = new Command(
            "backtest",
            "Run an algorithm of a LEAN workspace (alphamix new lean, or the repository) in the real engine, and compare its statistics "
                + "with the project's own.")
        {
            algorithm, from, to, parameters, costModel, costBps, extension, output, data, threads
        };
        command.Validators.Add(result => Arguments.OneKindOfCosts(result, costModel, costBps));
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var values = Parameters(parsed.GetValue(parameters) ?? []);
            Add(values, "from", Text(Arguments.Given(parsed, from)));
            Add(values, "to", Text(Arguments.Given(parsed, to)));
            var assemblies = parsed.GetValue(extension) ?? [];
            Add(values, "extension", assemblies.Length > 0 ? string.Join(';', assemblies.Select(Path.GetFullPath)) : null);
            Add(values, "cost-model", parsed.GetValue(costModel) ?? Proportional(parsed.GetValue(costBps)));
            var extensions = ExtensionLoader.Load(values.GetValueOrDefault("extension")?.Split(';'));
            var costs = values.TryGetValue("cost-model", out var model) ? ExtensionText.CostModel(costModel, model, extensions) : null;
            var home = Path.GetFullPath(Environment.GetEnvironmentVariable("ALPHAMIX_HOME") ?? Directory.GetCurrentDirectory());
            var chosen = LeanAlgorithm.Find(home, parsed.GetValue(algorithm));
            if (chosen.PythonFile is not null && PythonRuntime.Find() is null)
            {
                terminal.Error.WriteLine(PythonRuntime.Missing);
                return ExitCode.Missing;
            }

            if (LeanLauncher.Find(chosen.Project, terminal) is not { } launcher)
            {
                terminal.Error.WriteLine(
                    "There is no LEAN launcher: set LEAN_LAUNCHER_DIR to the folder of QuantConnect.Lean.Launcher.dll, or use a NuGet "
                        + "source that has QuantConnect.Lean (docs/lean.md).");
                return ExitCode.Missing;
            }

            var run = new LeanRun
            {
                Algorithm = chosen.Name,
                PythonFile = chosen.PythonFile,
                Parameters = values,
                Data = Path.GetFullPath(
                    parsed.GetResult(data) is { Implicit: false } ? parsed.GetValue(data)! : Path.Combine(home, "Data")),
                Storage = Path.Combine(home, "storage"),
                Folder = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(
                    chosen.Project.Folder, "backtests",
                    TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture)))
            };
            terminal.Line($"LEAN      {launcher.Folder}");
            terminal.Line($"Run       {run.Folder}");
            var statistics = launcher.Run(run, Path.Combine(home, "lean.json"));
            var (own, equity) = Evaluate(terminal, run, statistics, extensions, costs, parsed.GetValue(threads));
            BacktestTable.Print(terminal, statistics, own, equity, costs is null ? "LEAN's fee per share" : CostText.Full(costs));
            return ExitCode.Ok;
        }));
        return command;
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

    private static string? Proportional(double? bps) =>
        bps is null ? null : string.Create(CultureInfo.InvariantCulture, $"{ProportionalCosts.ModelName},bps={bps}");

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(Dictionary<string, string> values, string name, string? value)
    {
        if (value is not null && !values.TryAdd(name, value))
            throw new UsageException($"--{name} and --param {name}=... name the same parameter.");
    }

    private static Dictionary<string, string> Parameters(IEnumerable<string> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var parts = pair.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0)
                throw new UsageException($"--param {pair}: expected k=v.");
            values[parts[0]] = parts[1];
        }

        return values;
    }
}

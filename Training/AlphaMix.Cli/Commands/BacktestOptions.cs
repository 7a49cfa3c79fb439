using System.CommandLine;
using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Lean;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Cli.Commands;

/// <summary>The options of <c>alphamix backtest</c>, and what they say together.</summary>
internal sealed class BacktestOptions
{
    private readonly Option<string?> _algorithm = Arguments.Value<string?>(
        "--algorithm", "NAME",
        "Class name of an algorithm of the workspace, or a Python file. Default: Main.cs or main.py of the first project.");

    private readonly Option<DateOnly> _from = Arguments.Day(
        "--from", "First day; handed to the algorithm as its parameter from.", required: false);

    private readonly Option<DateOnly> _to = Arguments.Day(
        "--to", "Last day; handed to the algorithm as its parameter to.", required: false);

    private readonly Option<string[]> _parameters = Arguments.Value<string[]>(
        "--param", "k=v", "A parameter of the algorithm; may be repeated.");

    private readonly Option<string?> _costModel = Arguments.Value<string?>(
        "--cost-model", "NAME,a=b",
        "A cost model by name with its parameters, such as proportional,bps=5 or one of an extension, charged as slippage in place of "
            + "LEAN's fees, in LEAN and beside it; handed to the algorithm as its parameter cost-model.");

    private readonly Option<double?> _costBps = Arguments.Value<double?>(
        "--cost-bps", "BPS", "Cost of a trade in basis points of its value, each side: short for --cost-model proportional,bps=BPS.");

    private readonly Option<string[]> _extensions = Arguments.Extensions();

    private readonly Option<string?> _output = Arguments.Value<string?>(
        "--out", "DIR", "Folder of the run. Default: backtests/<time> in the algorithm's folder.");

    private readonly Option<string> _data = Arguments.Data();
    private readonly Option<int> _threads = Arguments.Threads();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all = [_algorithm, _from, _to, _parameters, _costModel, _costBps, _extensions, _output, _data, _threads];
        Array.ForEach(all, command.Options.Add);
        command.Validators.Add(result => Arguments.OneKindOfCosts(result, _costModel, _costBps));
    }

    /// <summary>Returns the algorithm that was named; null for the workspace's first.</summary>
    public string? Algorithm(ParseResult parsed) => parsed.GetValue(_algorithm);

    /// <summary>Returns the number of threads.</summary>
    public int Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>Returns the algorithm's parameters, those among them that have an option of their own.</summary>
    /// <exception cref="UsageException">One is malformed, or named twice.</exception>
    public Dictionary<string, string> Parameters(ParseResult parsed)
    {
        var values = Pairs(parsed.GetValue(_parameters) ?? []);
        Add(values, "from", Text(Arguments.Given(parsed, _from)));
        Add(values, "to", Text(Arguments.Given(parsed, _to)));
        var assemblies = parsed.GetValue(_extensions) ?? [];
        Add(values, "extension", assemblies.Length > 0 ? string.Join(';', assemblies.Select(Path.GetFullPath)) : null);
        Add(values, "cost-model", parsed.GetValue(_costModel) ?? Proportional(parsed.GetValue(_costBps)));
        return values;
    }

    /// <summary>
    /// Adds the parameters by which this project's own strategy trades a market other than the United States: the market of the data folder,
    /// and a cost of 5 basis points where none was named, since LEAN has no fees for it.
    /// </summary>
    public void AddMarket(ParseResult parsed, string home, LeanAlgorithm algorithm, Dictionary<string, string> parameters)
    {
        var market = LeanMarkets.Of(Data(parsed, home));
        if (algorithm.Name != "AlphaMixStrategy" || market == LeanMarkets.UnitedStates)
            return;
        parameters.TryAdd("market", market);
        if (!parameters.ContainsKey("cost-per-order"))
            parameters.TryAdd("cost-model", Proportional(5)!);
    }

    /// <summary>Returns what names stand for, with those of the assemblies that the parameter <c>extension</c> names.</summary>
    public static ExtensionSet Extensions(Dictionary<string, string> parameters) =>
        ExtensionLoader.Load(parameters.GetValueOrDefault("extension")?.Split(';'));

    /// <summary>Returns the cost model that the parameter <c>cost-model</c> names; null for LEAN's fees.</summary>
    public ICostModel? Costs(Dictionary<string, string> parameters, ExtensionSet extensions) =>
        parameters.TryGetValue("cost-model", out var model) ? ExtensionText.CostModel(_costModel, model, extensions) : null;

    /// <summary>Returns the run that was asked for.</summary>
    public LeanRun Run(ParseResult parsed, string home, LeanAlgorithm algorithm, Dictionary<string, string> parameters) => new()
    {
        Algorithm = algorithm.Name,
        PythonFile = algorithm.PythonFile,
        Parameters = parameters,
        Data = Data(parsed, home),
        Storage = Path.Combine(home, "storage"),
        Folder = Path.GetFullPath(parsed.GetValue(_output) ?? Path.Combine(
            algorithm.Project.Folder, "backtests",
            TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture)))
    };

    private string Data(ParseResult parsed, string home) =>
        Path.GetFullPath(parsed.GetResult(_data) is { Implicit: false } ? parsed.GetValue(_data)! : Path.Combine(home, "Data"));

    private static string? Proportional(double? bps) =>
        bps is null ? null : string.Create(CultureInfo.InvariantCulture, $"{ProportionalCosts.ModelName},bps={bps}");

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Add(Dictionary<string, string> values, string name, string? value)
    {
        if (value is not null && !values.TryAdd(name, value))
            throw new UsageException($"--{name} and --param {name}=... name the same parameter.");
    }

    private static Dictionary<string, string> Pairs(IEnumerable<string> pairs)
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

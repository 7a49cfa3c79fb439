using System.CommandLine;
using AlphaMix.Cli.Backends;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Extensions;
using AlphaMix.Training.Backends;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Forecasters;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix experiment paper</c>: the paper's tables and figures on any market.</summary>
internal sealed class PaperCommand
{
    private const string AsPublished = "as-published";

    private readonly Option<string> _data = Arguments.Data();

    private readonly Option<string> _output = new("--out")
    {
        Description = "The experiment's folder; an experiment that is there is taken up again.",
        Required = true,
        HelpName = "RUN"
    };

    private readonly Option<string?> _config = Arguments.Value<string?>(
        "--config", "CONFIG", "A training configuration with the split of your data. Default: the paper's on --market.");

    private readonly Option<string> _market = Arguments.Value(
        "--market", "NAME", "The paper's market whose configuration is the default: acl18, or sz50.", "acl18");

    private readonly Option<string[]> _overrides = Arguments.Overrides();

    private readonly Option<int> _seeds = Arguments.Count("--seeds", "Number of independent seeds; more can be added later.", 10);

    private readonly Option<int> _threads = Arguments.Threads();

    private readonly Option<string> _protocol = Arguments.Value(
        "--protocol", "NAME", "honest, or as-published: every departure of the authors' code that can be switched on.", "honest");

    private readonly Option<string[]> _switches = Arguments.Value<string[]>(
        "--switch", "NAME", "Switches one departure of the authors' code on. Can be repeated; docs/experiments.md has them.");

    private readonly Option<string[]> _baselines = Arguments.Value<string[]>(
        "--baseline", "NAME", "A baseline of Table 3, or of an extension. Can be repeated. Default: all that are there.");

    private readonly Option<string> _device = Arguments.Device("Where ALSTM, LSTM, SFM, GRU and GTrans are trained; cpu leaves them out");

    private readonly Option<string[]> _only = Arguments.Value<string[]>(
        "--only", "KEY", $"A table or figure: {Parts}. Can be repeated. Default: all.");

    private readonly Option<double> _costBps = Arguments.Value(
        "--cost-bps", "BPS", "Cost of a trade in basis points of its value, each side, for the net figures.", 5.0);

    private readonly Option<int> _portfolios = Arguments.Count(
        "--portfolios", "Random portfolios, and permuted ones for each model.", 1000);

    private readonly Option<string[]> _extensions = Arguments.Extensions();

    private static string Parts => string.Join(", ", Enum.GetNames<ExperimentPart>().Select(name => name.ToLowerInvariant()));

    public static Command Create(Terminal terminal)
    {
        var paper = new PaperCommand();
        paper._protocol.AcceptOnlyFromAmong("honest", AsPublished);
        paper._market.AcceptOnlyFromAmong("acl18", "sz50");
        var command = new Command(
            "paper",
            "The paper's Tables 3 to 5 and Figures 2 and 6 to 10 over independent seeds, beside 1/N, random and permuted portfolios, and "
                + "which departure of the authors' code makes which number.")
        {
            paper._data, paper._output, paper._market, paper._config, paper._overrides, paper._seeds, paper._threads, paper._protocol,
            paper._switches, paper._baselines, paper._device, paper._only, paper._costBps, paper._portfolios, paper._extensions
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () => paper.Run(parsed, terminal, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var extensions = ExtensionLoader.Load(parsed.GetValue(_extensions));
        var options = Options(parsed, extensions);
        var device = parsed.GetValue(_device)!;
        var available = Available(new BackendOptions { Device = device, Threads = options.Threads }, extensions);
        if (options.Baselines?.FirstOrDefault(name => !available.Any(each => Same(each.Name, name))) is { } unavailable)
        {
            terminal.Error.WriteLine(
                $"--baseline {unavailable}: not there, found {string.Join(", ", available.Select(each => each.Name))}. "
                + $"Others: {Absent(device)}.");
            return ExitCode.Missing;
        }

        var data = parsed.GetValue(_data)!;
        var prices = PriceFolder.Open(data);
        if (parsed.GetValue(_config) is null)
            PaperPrices.Require(prices, data, Market(parsed));
        return new ExperimentSession(terminal, TimeProvider.System).Run(
            options, prices, available, Absent(device), parsed.GetValue(_output)!, cancellation);
    }

    private PaperExperimentOptions Options(ParseResult parsed, ExtensionSet extensions) => new()
    {
        Configuration = Configuration(parsed.GetValue(_config), Market(parsed), parsed.GetValue(_overrides) ?? [], extensions),
        Seeds = parsed.GetValue(_seeds),
        Departures = Departures(parsed.GetValue(_protocol)!, parsed.GetValue(_switches) ?? []),
        CostBps = Cost(parsed.GetValue(_costBps)),
        Portfolios = parsed.GetValue(_portfolios),
        Baselines = Baselines(parsed.GetValue(_baselines) ?? [], extensions),
        Only = Only(parsed.GetValue(_only) ?? []),
        Threads = parsed.GetValue(_threads)
    };

    private PaperMarket Market(ParseResult parsed) => Enum.Parse<PaperMarket>(parsed.GetValue(_market)!, ignoreCase: true);

    private static TrainingConfiguration Configuration(string? path, PaperMarket market, string[] overrides, ExtensionSet extensions) =>
        path is null
            ? ConfigurationFile.Parse(
                ConfigurationFile.Write(PaperConfiguration.Of(market)), "the paper's configuration", overrides, extensions: extensions)
            : ConfigurationFile.Read(path, overrides, extensions: extensions);

    private static DepartureSet Departures(string protocol, string[] names)
    {
        if (protocol == AsPublished)
            return names.Length == 0
                ? DepartureSet.All
                : throw new UsageException("--switch: --protocol as-published switches all of them on. Leave one of the two out.");
        return new DepartureSet(names.Select(name => DepartureCatalogue.Find(name)
            ?? throw new UsageException(
                $"--switch {name}: expected one of {string.Join(", ", DepartureCatalogue.Switches.Select(each => each.Name))}.")));
    }

    private static IReadOnlyList<IBaseline> Available(BackendOptions options, ExtensionSet extensions) =>
    [
        .. CpuBaselines.All,
        .. options.Device == DeviceName.Cpu ? [] : TorchBackend.Load(options.Device).CreateBaselines(options),
        .. extensions.Names<IBaseline>().Select(extensions.Get<IBaseline>)
    ];

    private static string Absent(string device) => device == DeviceName.Cpu
        ? "trained by the TorchSharp backend alone: build it and pass --device torch-cpu or cuda"
        : "the TorchSharp backend has none of that name";

    private static string[]? Baselines(string[] names, ExtensionSet extensions)
    {
        string[] known = [.. PaperTables.Baselines, .. extensions.Names<IBaseline>()];
        foreach (var name in names)
        {
            if (!known.Any(each => Same(each, name)))
                throw new UsageException($"--baseline {name}: expected one of {string.Join(", ", known)}.");
        }

        return names.Length == 0 ? null : names;
    }

    private static ExperimentPart[]? Only(string[] keys) => keys.Length == 0
        ? null
        : Array.ConvertAll(
            keys, key =>
                Enum.TryParse<ExperimentPart>(key, ignoreCase: true, out var part) && Enum.IsDefined(part) && !char.IsAsciiDigit(key[0])
            ? part
            : throw new UsageException($"--only {key}: expected one of {Parts}."));

    private static double Cost(double bps) =>
        bps is >= 0 and < 10_000 ? bps : throw new UsageException($"--cost-bps must lie in [0, 10000), found {bps}.");

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

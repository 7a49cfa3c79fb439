using System.CommandLine;
using AlphaMix.Cli.Backends;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;
using AlphaMix.Training.Backends;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Data;
using AlphaMix.Training.Data.Loading;
using AlphaMix.Training.Experiments.Paper;
using AlphaMix.Training.Experiments.PublishedDefects;
using AlphaMix.Training.Forecasters;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix experiment paper</c>: the paper's tables and figures on any market.</summary>
internal static class ExperimentCommand
{
    private const string AsPublished = "as-published";

    private static string Parts => string.Join(", ", Enum.GetNames<ExperimentPart>().Select(name => name.ToLowerInvariant()));

    public static Command Create(Terminal terminal) =>
        new("experiment", "Repeat a published experiment on your own prices, with honest statistics beside every figure.")
        {
            Paper(terminal)
        };

    private static Command Paper(Terminal terminal)
    {
        var data = Arguments.Data();
        var output = new Option<string>("--out")
        {
            Description = "The experiment's folder; an experiment that is there is taken up again.",
            Required = true,
            HelpName = "RUN"
        };
        var config = new Option<string?>("--config")
        {
            Description = "A training configuration with the split of your data. Default: the paper's on ACL18.",
            HelpName = "CONFIG"
        };
        var set = new Option<string[]>("--set")
        {
            Description = "Overrides a value of the configuration, such as training.epochs=5. Can be repeated.",
            HelpName = "a.b=c"
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "Number of independent seeds; more can be added later.",
            DefaultValueFactory = _ => 10,
            HelpName = "N"
        };
        seeds.Validators.Add(result => Arguments.AtLeast(result, 1));
        var threads = Arguments.Threads();
        var protocol = new Option<string>("--protocol")
        {
            Description = "honest, or as-published: every departure of the authors' code that can be switched on.",
            DefaultValueFactory = _ => "honest",
            HelpName = "NAME"
        };
        protocol.AcceptOnlyFromAmong("honest", AsPublished);
        var switches = new Option<string[]>("--switch")
        {
            Description = "Switches one departure of the authors' code on. Can be repeated; docs/experiments.md has them.",
            HelpName = "NAME"
        };
        var baselines = new Option<string[]>("--baseline")
        {
            Description = "A baseline of Table 3, or of an extension. Can be repeated. Default: all that are there.",
            HelpName = "NAME"
        };
        var device = Arguments.Device("Where ALSTM, LSTM, SFM, GRU and GTrans are trained; cpu leaves them out");
        var only = new Option<string[]>("--only")
        {
            Description = $"A table or figure: {Parts}. Can be repeated. Default: all.",
            HelpName = "KEY"
        };
        var costBps = new Option<double>("--cost-bps")
        {
            Description = "Cost of a trade in basis points of its value, each side, for the net figures.",
            DefaultValueFactory = _ => 5,
            HelpName = "BPS"
        };
        var portfolios = new Option<int>("--portfolios")
        {
            Description = "Random portfolios, and permuted ones for each model.",
            DefaultValueFactory = _ => 1000,
            HelpName = "N"
        };
        var extension = Arguments.Extensions();
        portfolios.Validators.Add(result => Arguments.AtLeast(result, 1));
        var command = new Command(
            "paper",
            "The paper's Tables 3 to 5 and Figures 2 and 6 to 10 over independent seeds, beside 1/N, random and permuted portfolios, and "
                + "which "
                + "departure of the authors' code makes which number.")
        {
            data, output, config, set, seeds, threads, protocol, switches, baselines, device, only, costBps, portfolios, extension
        };
        command.SetAction((parsed, cancellation) => Guard.RunAsync(terminal, () =>
        {
            var extensions = ExtensionLoader.Load(parsed.GetValue(extension));
            var options = new PaperExperimentOptions
            {
                Configuration = Configuration(parsed.GetValue(config), parsed.GetValue(set) ?? [], extensions),
                Seeds = parsed.GetValue(seeds),
                Departures = Departures(parsed.GetValue(protocol)!, parsed.GetValue(switches) ?? []),
                CostBps = Cost(parsed.GetValue(costBps)),
                Portfolios = parsed.GetValue(portfolios),
                Baselines = Baselines(parsed.GetValue(baselines) ?? [], extensions),
                Only = Only(parsed.GetValue(only) ?? []),
                Threads = parsed.GetValue(threads)
            };
            var available = Available(new BackendOptions { Device = parsed.GetValue(device)!, Threads = options.Threads }, extensions);
            var absent = Absent(parsed.GetValue(device)!);
            var unavailable = options.Baselines?.FirstOrDefault(name => !available.Any(each => Same(each.Name, name)));
            if (unavailable is not null)
            {
                terminal.Error.WriteLine(
                    $"--baseline {unavailable}: not there, found {string.Join(", ", available.Select(each => each.Name))}. "
                    + $"Others: {absent}.");
                return ExitCode.Missing;
            }

            var prices = PriceFolder.Open(parsed.GetValue(data)!);
            if (parsed.GetValue(config) is null)
                RequirePaperMarket(prices, parsed.GetValue(data)!);
            return new ExperimentSession(terminal, TimeProvider.System).Run(
                options, prices, available, absent, parsed.GetValue(output)!, cancellation);
        }));
        return command;
    }

    private static TrainingConfiguration Configuration(string? path, string[] overrides, ExtensionSet extensions) => path is null
        ? ConfigurationFile.Parse(
            ConfigurationFile.Write(PaperConfiguration.Acl18), "the paper's configuration", overrides, extensions: extensions)
        : ConfigurationFile.Read(path, overrides, extensions: extensions);

    private static DepartureSet Departures(string protocol, string[] names)
    {
        if (protocol == AsPublished)
            return names.Length == 0 ? DepartureSet.All
                : throw new UsageException("--switch: --protocol as-published switches all of them on. Leave "
                + "one of the two out.");
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

    // The paper's configuration has the paper's dates: on other prices it would train on the wrong years, or on none.
    private static void RequirePaperMarket(IPriceFolder prices, string data)
    {
        var daily = prices.Instruments(BarResolution.Daily);
        if (PaperConfiguration.IsAcl18(daily))
            return;
        var found = daily.Count == 0 ? "no daily prices" : $"{daily.Count} instruments with daily prices, "
            + $"{string.Join(", ", daily.Take(3))}{(daily.Count > 3 ? ", ..." : "")}";
        throw new UsageException(
            $"{data}: found {found}; the default configuration is the paper's and needs the prices of ACL18 (`alphamix data import "
                + $"yahoo`). For "
                + "prices of your own pass --config with a split of your own, "
            + "as in the paper the last year (or fifth) for test, the year before for validation, the rest for training: "
            + Suggested(prices, daily));
    }

    private static string Suggested(IPriceFolder prices, IReadOnlyList<string> daily)
    {
        if (daily.Count == 0)
            return "{ \"split\": { \"trainFrom\": ..., \"validationFrom\": ..., \"testFrom\": ..., \"testTo\": ... } }.";
        var series = daily.Take(5).Select(name => prices.Read(name, BarResolution.Daily, new IntegrityReport())).Where(
            each => each.Count > 0).ToArray();
        if (series.Length == 0)
            return "the first five instruments have no bar.";
        var (start, end) = (series.Min(each => each.Bars[0].Day), series.Max(each => each.Bars[^1].Day));

        // With less than four years a year of test would leave too little to train on: a fifth then.
        var year = Math.Min(365, (end.DayNumber - start.DayNumber) / 5);
        return $"{{ \"split\": {{ \"trainFrom\": \"{start:yyyy-MM-dd}\", \"validationFrom\": \"{end.AddDays(-2 * year):yyyy-MM-dd}\", "
            + $"\"testFrom\": \"{end.AddDays(-year):yyyy-MM-dd}\", \"testTo\": \"{end:yyyy-MM-dd}\" }} }}.";
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AlphaMix.Cli.Backends;
using AlphaMix.Cli.Console;
using AlphaMix.Core.Features;
using AlphaMix.Evaluation.Evaluations;

namespace AlphaMix.Cli.Commands;

/// <summary>Options and arguments that several commands share.</summary>
internal static class Arguments
{
    public static Argument<string> Pool() => new("POOL") { Description = "A pool: the file pool.safetensors of a run." };

    /// <summary>Returns an option that takes one value, or, as an array, several by repetition.</summary>
    public static Option<T> Value<T>(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>Returns an option that takes one value and has a default.</summary>
    public static Option<T> Value<T>(string name, string helpName, string description, T standard) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => standard };

    /// <summary>Returns an option that is there or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>Returns an option for a number of at least 1.</summary>
    public static Option<int> Count(string name, string description, int standard)
    {
        var option = Value(name, "N", description, standard);
        option.Validators.Add(result => AtLeast(result, 1));
        return option;
    }

    public static Option<string> Data() => Value("--data", "D", "A LEAN data folder, or a folder of history exported from LEAN.", "Data");

    public static Option<int> Threads() =>
        Count("--threads", "Number of threads; the result is the same for any.", Environment.ProcessorCount);

    /// <summary>Returns the option for overrides of a configuration.</summary>
    public static Option<string[]> Overrides() =>
        Value<string[]>("--set", "a.b=c", "Overrides a value of the configuration, such as training.epochs=5. Can be repeated.");

    /// <summary>Returns the option for a device.</summary>
    /// <param name="uses">What the device is for, without a full stop.</param>
    public static Option<string> Device(string uses)
    {
        var option = Value(
            "--device", "X", $"{uses}: cpu; with the TorchSharp backend (docs/gpu.md) cuda, cuda:N or torch-cpu.", DeviceName.Cpu);
        option.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<string>() is { } name && !DeviceName.IsKnown(name))
                result.AddError($"--device must be cpu, cuda, cuda:N or torch-cpu, found {name}.");
        });
        return option;
    }

    public static Option<BarResolution> Resolution() => new("--resolution")
    {
        Description = "Length of a bar: Daily or Hour.",
        DefaultValueFactory = _ => BarResolution.Daily
    };

    public static Option<bool> AllInstruments() =>
        Flag("--all-instruments", "Rank whatever the folder has, not the pool's universe alone.");

    public static Option<int?> Trials()
    {
        var option = Value<int?>(
            "--trials", "N",
            "Configurations tried before this one on these days, this one included: the verdict asks that the best of so many without skill "
                + "does not reach the alpha by chance. Default: not counted; the deflated Sharpe ratio then takes the uses of the validation "
                + "span.");
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<int?>() < 1)
                result.AddError(
                    string.Create(CultureInfo.InvariantCulture, $"--trials must be at least 1, found {result.GetValueOrDefault<int?>()}."));
        });
        return option;
    }

    public static Option<double> Level()
    {
        var option = Value("--level", "P", "Level of the verdict: the share of false edges to accept, in (0, 1).", Verdict.DefaultLevel);
        option.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double>() is not (> 0 and < 1))
                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture, $"--level must lie in (0, 1), found {result.GetValueOrDefault<double>()}."));
        });
        return option;
    }

    /// <summary>Returns the option for costs in basis points, one or several separated by commas.</summary>
    /// <param name="standard">What holds where it is left out.</param>
    public static Option<IReadOnlyList<double>?> Costs(string standard) => new("--cost-bps")
    {
        Description =
            $"Cost of a trade in basis points of its value, each side; several separated by commas, the verdict being about the highest. "
                + $"{standard}",
        HelpName = "BPS",
        CustomParser = ParseCosts
    };

    /// <summary>Returns the option for cost models by name.</summary>
    public static Option<string[]> CostModels() => Value<string[]>(
        "--cost-model", "NAME,a=b",
        "A cost model by name with its parameters, such as proportional,bps=5 or one of an extension, in the place of --cost-bps; "
            + "may be repeated, the verdict being about the highest expected cost.");

    /// <summary>Refuses costs in basis points or by share beside a cost model.</summary>
    public static void OneKindOfCosts(CommandResult result, Option models, params Option[] others)
    {
        if (result.GetResult(models) is { Implicit: false }
            && others.FirstOrDefault(other => result.GetResult(other) is { Implicit: false }) is { } both)
            result.AddError($"--cost-model and {both.Name} exclude each other; a model has parameters of its own.");
    }

    /// <summary>Returns the option for assemblies with extensions.</summary>
    public static Option<string[]> Extensions() => Value<string[]>(
        "--extension", "FILE.dll",
        "An assembly with routers, portfolio rules, features and so on of your own (docs/extending.md); may be repeated.");

    /// <summary>Returns the day that was passed, or null.</summary>
    public static DateOnly? Given(ParseResult parsed, Option<DateOnly> day) => parsed.GetResult(day) is null ? null : parsed.GetValue(day);

    /// <summary>Returns a number that is finite and not negative.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public static double NotNegative(Option option, double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new UsageException(
            string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be finite and not negative, found {value}."));

    public static Option<string?> Json(string what) => Value<string?>("--json", "FILE", $"Write {what} to FILE as JSON.");

    public static Option<DateOnly> Day(string name, string description, bool required = true) => new(name)
    {
        Description = description + " (yyyy-MM-dd)",
        Required = required,
        HelpName = "DAY",
        CustomParser = ParseDay
    };

    private static void AtLeast(OptionResult result, int least)
    {
        if (result.Errors.Any() || result.Implicit)
            return;
        if (result.GetValueOrDefault<int>() < least)
            result.AddError($"{result.Option.Name} must be at least {least}, found {result.GetValueOrDefault<int>()}.");
    }

    private static List<double>? ParseCosts(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var costs = new List<double>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var bps) || !(bps >= 0 && bps < 10_000))
            {
                result.AddError($"--cost-bps: expected numbers in [0, 10000), separated by commas, found \"{text}\".");
                return null;
            }

            costs.Add(bps);
        }

        return costs;
    }

    private static DateOnly ParseDay(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"Expected a day as yyyy-MM-dd, found \"{text}\".");
        return default;
    }
}

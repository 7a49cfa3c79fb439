using System.CommandLine;
using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Cli.Sessions;

/// <summary>
/// Extensions as the command line writes them: a name and its parameters, such as <c>proportional,bps=5,perShare=0.01</c>.
/// </summary>
internal static class ExtensionText
{
    /// <summary>Creates the cost models of an option.</summary>
    /// <param name="option">The option, as messages call it.</param>
    /// <param name="texts">One text a model; null for none.</param>
    /// <param name="extensions">What the names stand for.</param>
    /// <exception cref="UsageException">A text is malformed, or the model refuses its parameters.</exception>
    /// <exception cref="UnknownExtensionException">There is no model of the name.</exception>
    public static IReadOnlyList<ICostModel> CostModels(Option<string[]> option, IReadOnlyList<string>? texts, ExtensionSet extensions) =>
        [.. All<CostModelFactory, ICostModel>(option, texts, extensions, (create, parameters) => create(parameters)).Values];

    /// <summary>Creates the strategy mixtures of an option.</summary>
    /// <param name="option">The option, as messages call it.</param>
    /// <param name="texts">One text a mixture; null for none.</param>
    /// <param name="extensions">What the names stand for.</param>
    /// <returns>The mixtures by their texts.</returns>
    /// <exception cref="UsageException">A text is malformed, or the mixture refuses its parameters.</exception>
    /// <exception cref="UnknownExtensionException">There is no mixture of the name.</exception>
    public static IReadOnlyDictionary<string, IStrategyMixture> Mixtures(
        Option<string[]> option, IReadOnlyList<string>? texts, ExtensionSet extensions) =>
        All<StrategyMixtureFactory, IStrategyMixture>(option, texts, extensions, (create, parameters) => create(parameters));

    /// <summary>Creates what texts name, in their order; a text that is repeated counts once.</summary>
    private static OrderedDictionary<string, T> All<TFactory, T>(
        Option<string[]> option, IReadOnlyList<string>? texts, ExtensionSet extensions, Func<TFactory, Parameters, T> create)
        where TFactory : class
    {
        var all = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var text in texts ?? [])
        {
            var parts = text.Split(',', StringSplitOptions.TrimEntries);
            all.TryAdd(string.Join(',', parts), Create(option, parts, extensions, create));
        }

        return all;
    }

    private static T Create<TFactory, T>(
        Option<string[]> option, string[] parts, ExtensionSet extensions, Func<TFactory, Parameters, T> create)
        where TFactory : class
    {
        try
        {
            return create(extensions.Get<TFactory>(parts[0]), parts.Skip(1).Aggregate(Parameters.None, Add));
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"{option.Name} {string.Join(',', parts)}: {fault.Message}");
        }
    }

    private static Parameters Add(Parameters parameters, string part) => part.Split('=', 2) switch
    {
        [{ Length: > 0 } name, "true"] => parameters.With(name, true),
        [{ Length: > 0 } name, "false"] => parameters.With(name, false),
        [{ Length: > 0 } name, var number] when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) =>
            parameters.With(name, value),
        [{ Length: > 0 } name, var word] => parameters.With(name, word),
        _ => throw new ArgumentException($"expected name=value, found '{part}'.")
    };
}

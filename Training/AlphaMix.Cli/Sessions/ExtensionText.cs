using System.CommandLine;
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

    /// <summary>Creates one cost model, from a text as <see cref="CostModelText"/> reads it.</summary>
    /// <param name="option">The option, as messages call it.</param>
    /// <param name="text">The text.</param>
    /// <param name="extensions">What the name stands for.</param>
    /// <exception cref="UsageException">The text is malformed, or the model refuses its parameters.</exception>
    /// <exception cref="UnknownExtensionException">There is no model of the name.</exception>
    public static ICostModel CostModel(Option option, string text, ExtensionSet extensions) =>
        Checked(option, text, () => CostModelText.Parse(text, extensions));

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
            var canonical = string.Join(',', parts);
            all.TryAdd(canonical, Checked(
                option, canonical, () => create(extensions.Get<TFactory>(parts[0]), Parameters.Parse(parts.Skip(1)))));
        }

        return all;
    }

    private static T Checked<T>(Option option, string text, Func<T> create)
    {
        try
        {
            return create();
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"{option.Name} {text}: {fault.Message}");
        }
    }
}

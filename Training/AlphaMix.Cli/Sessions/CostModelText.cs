using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Cli.Sessions;

/// <summary>
/// Cost models as the command line writes them: a name and its parameters, such as <c>proportional,bps=5,perShare=0.01</c>.
/// </summary>
internal static class CostModelText
{
    /// <summary>Creates the models of an option.</summary>
    /// <param name="option">The option, as messages call it.</param>
    /// <param name="texts">One text a model; null for none.</param>
    /// <param name="extensions">What the names stand for.</param>
    /// <returns>The models; null where there is no text.</returns>
    /// <exception cref="UsageException">A text is malformed, or the model refuses its parameters.</exception>
    /// <exception cref="UnknownExtensionException">There is no model of the name.</exception>
    public static IReadOnlyList<ICostModel>? Parse(string option, IReadOnlyList<string>? texts, ExtensionSet extensions) =>
        texts is { Count: > 0 } ? [.. texts.Select(text => Parse(option, text, extensions))] : null;

    private static ICostModel Parse(string option, string text, ExtensionSet extensions)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        try
        {
            return extensions.Get<CostModelFactory>(parts[0])(parts.Skip(1).Aggregate(Parameters.None, Add));
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"{option} {text}: {fault.Message}");
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

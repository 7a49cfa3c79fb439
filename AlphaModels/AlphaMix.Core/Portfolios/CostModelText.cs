using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Cost models as command lines and algorithm parameters write them: a name and its parameters, such as
/// <c>proportional,bps=5,perShare=0.01</c>. Semicolons do for commas, where LEAN's launcher takes a comma for the end of the parameter.
/// </summary>
public static class CostModelText
{
    /// <summary>Creates the model that a text names.</summary>
    /// <param name="text">The name, then <c>name=value</c> for each parameter: a number, <c>true</c>, <c>false</c>, or a word.</param>
    /// <param name="extensions">What the name stands for.</param>
    /// <exception cref="ArgumentException">The text is malformed, or the model refuses its parameters.</exception>
    /// <exception cref="UnknownExtensionException">There is no model of the name.</exception>
    public static ICostModel Parse(string text, ExtensionSet extensions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(extensions);
        var parts = text.Split([',', ';'], StringSplitOptions.TrimEntries);
        return extensions.Get<CostModelFactory>(parts[0])(Parameters.Parse(parts.Skip(1)));
    }
}

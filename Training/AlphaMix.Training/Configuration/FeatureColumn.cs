using AlphaMix.Core.Extensions;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Configuration;

/// <summary>One entry of <c>features.list</c>: a column of the panel.</summary>
public sealed record FeatureColumn
{
    /// <summary>Gets the name of the column, unique in the list.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of its function: one of <see cref="FeatureFunctions"/>, or one of an extension.</summary>
    public required string Function { get; init; }

    /// <summary>Gets the number of bars it reads, the current one included. Default 1.</summary>
    public int Lookback { get; init; } = 1;

    /// <summary>Gets the prices it reads. Default adjusted, all that LEAN's Adjusted bars carry.</summary>
    public PriceSource Source { get; init; } = PriceSource.Adjusted;

    /// <summary>
    /// Gets the function's own parameters; one that is left out has its default. The functions of this library have none.
    /// </summary>
    public Parameters Parameters { get; init; } = Parameters.None;

    /// <summary>Creates the feature.</summary>
    /// <param name="extensions">What the name of the function stands for.</param>
    /// <exception cref="UnknownExtensionException">There is no function of the name.</exception>
    /// <exception cref="ArgumentException">A parameter is unknown or cannot be used.</exception>
    public Feature Create(ExtensionSet extensions)
    {
        ArgumentNullException.ThrowIfNull(extensions);
        return new Feature(Name, extensions.Get<FeatureFunctionFactory>(Function)(Parameters), Lookback, Source);
    }

    /// <summary>Returns what is wrong with the function, or null.</summary>
    /// <param name="path">The entry, as messages call it.</param>
    /// <param name="extensions">What names stand for.</param>
    internal string? Fault(string path, ExtensionSet extensions)
    {
        try
        {
            Create(extensions);
            return null;
        }
        catch (UnknownExtensionException fault)
        {
            return $"{path}.function: {fault.Message.TrimEnd('.')}";
        }
        catch (ArgumentException fault)
        {
            return $"{path}.parameters: {fault.Message.TrimEnd('.')}";
        }
    }
}

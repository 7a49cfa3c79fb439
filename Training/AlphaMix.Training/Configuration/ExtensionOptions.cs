using AlphaMix.Core.Extensions;

namespace AlphaMix.Training.Configuration;

/// <summary>An extension that a configuration asks for: a router or a forecaster from outside the library.</summary>
public sealed record ExtensionOptions
{
    /// <summary>Gets the name under which it is registered.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its options; one that is left out has its default.</summary>
    public Parameters Parameters { get; init; } = Parameters.None;
}

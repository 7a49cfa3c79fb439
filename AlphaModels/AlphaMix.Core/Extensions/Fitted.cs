namespace AlphaMix.Core.Extensions;

/// <summary>A router or forecaster from outside the library, with the state that makes it again.</summary>
/// <typeparam name="T">The seam's interface.</typeparam>
/// <param name="State">What the artifact stores.</param>
/// <param name="Item">What the factory created from it.</param>
public sealed record Fitted<T>(FittedState State, T Item)
    where T : class;

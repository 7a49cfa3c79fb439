namespace AlphaMix.Core.Extensions;

/// <summary>A fitted router or forecaster from outside the library, together with the state that recreates it.</summary>
/// <typeparam name="T">The seam's interface.</typeparam>
/// <param name="State">Parameters and tensors, which the artifact stores.</param>
/// <param name="Item">The router or forecaster that the factory created from <paramref name="State"/>.</param>
public sealed record Fitted<T>(FittedState State, T Item)
    where T : class;

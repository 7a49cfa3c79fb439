using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Pools;

/// <summary>The manifest's record of a router or forecaster from outside the library; the values lie in tensors.</summary>
/// <param name="Name">The name under which its factory is registered, and by which the pool's routers are asked for.</param>
/// <param name="Version">Version of its parameters and tensors, at least 1.</param>
/// <param name="Parameters">Numbers, flags and texts.</param>
/// <param name="Tensors">Names and shapes of its tensors, in the order of the file.</param>
public sealed record ExtensionRecord(string Name, int Version, Parameters Parameters, IReadOnlyList<TensorShape> Tensors)
{
    /// <summary>Returns the record of a fitted state: everything but the tensors' values.</summary>
    /// <param name="state">The state.</param>
    public static ExtensionRecord From(FittedState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(
            state.Name, state.Version, state.Parameters, [.. state.Tensors.Select(tensor => new TensorShape(tensor.Name, tensor.Shape))]);
    }

    /// <summary>Returns whether this is the record of a state: name, version, parameters, tensor names and shapes are the same.</summary>
    internal bool Describes(FittedState state) =>
        Name == state.Name && Version == state.Version && Parameters.Equals(state.Parameters) && Tensors.Count == state.Tensors.Count
        && Tensors.Zip(state.Tensors).All(pair => pair.First.Name == pair.Second.Name && pair.First.Shape.SequenceEqual(pair.Second.Shape));
}

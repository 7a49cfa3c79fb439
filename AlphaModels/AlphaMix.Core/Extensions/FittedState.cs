namespace AlphaMix.Core.Extensions;

/// <summary>
/// Everything that an extension learned. Training returns it, the artifact stores it, and the extension's factory recreates the same router
/// or forecaster from it, in evaluation and in LEAN. Immutable.
/// </summary>
public sealed record FittedState
{
    /// <summary>Initializes a new instance of the <see cref="FittedState"/> class.</summary>
    /// <param name="name">The name under which the factory is registered.</param>
    /// <param name="version">Version of parameters and tensors, at least 1; raised when their meaning changes, so that a factory can refuse
    /// old ones.</param>
    /// <param name="parameters">Numbers, flags and texts.</param>
    /// <param name="tensors">Arrays, each name once.</param>
    /// <exception cref="ArgumentException">The name is blank, the version is below 1, or two tensors have one name.</exception>
    public FittedState(string name, int version, Parameters parameters, IReadOnlyList<Tensor> tensors)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(tensors);
        if (version < 1)
            throw new ArgumentException($"{name}: expected a version of at least 1, found {version}.", nameof(version));
        if (tensors.GroupBy(tensor => tensor.Name).FirstOrDefault(twins => twins.Count() > 1) is { } twice)
            throw new ArgumentException($"{name}: found two tensors {twice.Key}, expected each name once.", nameof(tensors));
        Name = name;
        Version = version;
        Parameters = parameters;
        Tensors = [.. tensors];
    }

    /// <summary>Gets the name under which the factory is registered; the router or forecaster has the same.</summary>
    public string Name { get; }

    /// <summary>Gets the version of parameters and tensors, at least 1.</summary>
    public int Version { get; }

    /// <summary>Gets the numbers, flags and texts, as the artifact's manifest has them.</summary>
    public Parameters Parameters { get; }

    /// <summary>Gets the arrays, in the order in which the artifact stores them.</summary>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>Returns a tensor's values, row-major.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">The dimensions that the caller expects, outermost first; none for a single number.</param>
    /// <returns>The values themselves, not a copy; finite when they come from an artifact.</returns>
    /// <exception cref="ArgumentException">There is no such tensor, or it has another shape; the message has both shapes.</exception>
    public ReadOnlySpan<float> Values(string name, params ReadOnlySpan<int> shape)
    {
        var tensor = Tensors.FirstOrDefault(tensor => tensor.Name == name)
            ?? throw new ArgumentException($"{Name}: the tensor {name} is missing.");
        return shape.SequenceEqual([.. tensor.Shape])
            ? tensor.Values
            : throw new ArgumentException(
                $"{Name}: found {name} of shape {Tensor.Text(tensor.Shape)}, expected {Tensor.Text(shape.ToArray())}.");
    }
}

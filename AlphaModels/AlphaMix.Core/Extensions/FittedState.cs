namespace AlphaMix.Core.Extensions;

/// <summary>
/// All that an extension learned: training makes it, the artifact stores it, and the extension's factory creates the same router or
/// forecaster from it again. Immutable.
/// </summary>
public sealed record FittedState
{
    /// <summary>Initializes a new instance of the <see cref="FittedState"/> class.</summary>
    /// <param name="name">The name under which the factory is registered.</param>
    /// <param name="version">Version of parameters and tensors, at least 1; raised when their meaning changes, so that a factory can refuse
    /// old ones.</param>
    /// <param name="parameters">Numbers, flags and texts.</param>
    /// <param name="tensors">Arrays, each name once.</param>
    /// <exception cref="ArgumentException">The version is below 1, or two tensors have one name.</exception>
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

    /// <summary>Gets the version of parameters and tensors.</summary>
    public int Version { get; }

    /// <summary>Gets the numbers, flags and texts.</summary>
    public Parameters Parameters { get; }

    /// <summary>Gets the arrays.</summary>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>Returns a tensor's values, row-major.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">The dimensions it must have, outermost first.</param>
    /// <exception cref="ArgumentException">There is no such tensor, or it has another shape.</exception>
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

namespace AlphaMix.Training.Backends;

/// <summary>Device, threads and precision of a training backend.</summary>
public sealed record BackendOptions
{
    /// <summary>Gets the device as the command line names it: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c> or <c>torch-cpu</c>.</summary>
    public required string Device { get; init; }

    /// <summary>
    /// Gets the number of threads that feed the device and judge groups, at least 1; the result never depends on it. Default 1.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Gets a value indicating whether matrix products may round their inputs (TF32 on a GPU, none on a CPU). Default false.
    /// </summary>
    public bool MixedPrecision { get; init; }
}

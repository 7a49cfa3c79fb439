namespace AlphaMix.Training.Forecasters;

/// <summary>Seed, threads and epochs of one training of a baseline.</summary>
public sealed record BaselineOptions
{
    /// <summary>Gets the seed: a fresh initialisation and fresh shuffles. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Gets the number of threads, at least 1; the result never depends on it. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets the number of passes over the training samples. Default 10, as in the paper.</summary>
    public int Epochs { get; init; } = 10;
}

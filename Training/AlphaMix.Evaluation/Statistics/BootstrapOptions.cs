namespace AlphaMix.Evaluation.Statistics;

/// <summary>How days are resampled.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Gets the seed; same seed, same numbers to the bit. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the number of resamples, at least 1. Default 2,000.</summary>
    public int Replications { get; init; } = 2000;

    /// <summary>Gets the confidence of two-sided intervals, in (0, 1). Default 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>
    /// Gets the number of consecutive days kept together, at least 1; null has <see cref="Statistics.BlockLength"/> choose.
    /// </summary>
    public int? BlockLength { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names all faults.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Replications < 1)
            faults.Add($"{nameof(Replications)} must be at least 1, found {Replications}");
        if (!(Level > 0 && Level < 1))
            faults.Add($"{nameof(Level)} must lie in (0, 1), found {Level}");
        if (BlockLength < 1)
            faults.Add($"{nameof(BlockLength)} must be at least 1, found {BlockLength}");
        if (faults.Count > 0)
            throw new ArgumentException($"Bootstrap options: {string.Join("; ", faults)}.");
    }
}

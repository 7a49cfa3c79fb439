namespace AlphaMix.Training.Configuration;

/// <summary>How groups are selected with replacement (paper, Algorithm 2).</summary>
public sealed record WithReplacementOptions
{
    /// <summary>Gets the number of distinct groups at which selection stops (K). Default 4.</summary>
    public int Distinct { get; init; } = 4;

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (Distinct < 1)
            yield return $"routers.withReplacement.distinct must be at least 1, found {Distinct}";
    }
}

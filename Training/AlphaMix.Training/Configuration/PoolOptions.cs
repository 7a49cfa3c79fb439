namespace AlphaMix.Training.Configuration;

/// <summary>How the pool is built from the search (paper, Algorithm 1).</summary>
public sealed record PoolOptions
{
    /// <summary>Gets the number of hyperparameter combinations kept (K). Default 4.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>Gets the fresh initialisations of each combination kept. Default 4, so that the pool has K * K groups.</summary>
    public int Initialisations { get; init; } = 4;

    /// <summary>
    /// Gets a value indicating whether the combinations share their initialisations, so that groups of one shape start alike. Default
    /// false: every group draws its own (Algorithm 1, line 5).
    /// </summary>
    public bool SharedStarts { get; init; }

    /// <summary>Gets what ranks the searched groups. Default profit.</summary>
    public SelectionCriterion Criterion { get; init; } = SelectionCriterion.Profit;

    /// <summary>Gets the groups of boosted trees beside the networks, which the routers mix with them. Default none.</summary>
    public IReadOnlyList<TreeGroupOptions> Trees { get; init; } = [];

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (TopK is < 1 or > 1000)
            yield return $"pool.topK must be in [1, 1000], found {TopK}";
        if (Initialisations is < 1 or > 1000)
            yield return $"pool.initialisations must be in [1, 1000], found {Initialisations}";
        foreach (var fault in Trees.SelectMany((trees, i) => trees.Faults($"pool.trees[{i}]")))
            yield return fault;
    }
}

namespace AlphaMix.Evaluation.Slow;

/// <summary>How slow portfolios are evaluated.</summary>
public sealed record SlowEvaluatorOptions
{
    /// <summary>Gets the costs in basis points a side. Default 0, 5 and 10.</summary>
    public IReadOnlyList<double> CostsBps { get; init; } = [0, 5, 10];

    /// <summary>Gets the seed of the bootstrap and of the relabelled portfolios; same seed, same numbers to the bit. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the number of relabelled portfolios a contender, 0 for none. Default 200.</summary>
    public int Relabelled { get; init; } = 200;

    /// <summary>Gets the number of resamples of an interval. Default 2,000.</summary>
    public int Replications { get; init; } = 2000;

    /// <summary>Gets the level of the verdict, in (0, 1): the intervals have confidence 1 less it. Default 0.05.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>Gets the number of threads, at least 1; the result is the same for any. Default 1.</summary>
    public int Threads { get; init; } = 1;
}

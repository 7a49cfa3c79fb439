using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Configuration;

/// <summary>How the as-needed routers are fitted (paper, section 4.1, Eq. 7 and 8).</summary>
public sealed record AsNeededOptions
{
    /// <summary>Gets the number of groups routed, the best by validation profit, best first. Default 4.</summary>
    public int Groups { get; init; } = 4;

    /// <summary>Gets when a router should turn the next group on. Default paper.</summary>
    public AsNeededTarget Target { get; init; } = AsNeededTarget.Paper;

    /// <summary>
    /// Gets the weight of "on" in the loss (Eq. 8); the paper's is 1.7. A router turns on when P(on) exceeds 1 / (1 + omega), so that near
    /// 50 % accuracy 1.7 asks every group almost always. Null, the default, sets it from <see cref="OnRate"/>.
    /// </summary>
    public double? Omega { get; init; }

    /// <summary>
    /// Gets the share of samples that each router should pass on, of those that reach it; used when <see cref="Omega"/> is null. Default
    /// 0.5.
    /// </summary>
    public double OnRate { get; init; } = 0.5;

    /// <summary>Gets the passes over the validation samples. Default 10.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Gets the samples in a mini-batch. Default 128.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Gets Adam's step size. Default 1e-3.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (Groups is < 2 or > 1000)
            yield return $"routers.asNeeded.groups must be in [2, 1000], found {Groups}";
        if (Omega is { } omega && !(omega > 0 && double.IsFinite(omega)))
            yield return $"routers.asNeeded.omega must be a positive number, found {omega}";
        if (!(OnRate is >= 0 and <= 1))
            yield return $"routers.asNeeded.onRate must be in [0, 1], found {OnRate}";
        if (Epochs < 1)
            yield return $"routers.asNeeded.epochs must be at least 1, found {Epochs}";
        if (BatchSize < 1)
            yield return $"routers.asNeeded.batchSize must be at least 1, found {BatchSize}";
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            yield return $"routers.asNeeded.learningRate must be a positive number, found {LearningRate}";
    }
}

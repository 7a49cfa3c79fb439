using AlphaMix.Core.Trees;

namespace AlphaMix.Training.Trees;

/// <summary>How trees are boosted. Defaults are LightGBM's.</summary>
internal sealed record TreeOptions
{
    /// <summary>Gets the most bins of a feature: a byte holds one, and the last of 256 is that of missing values.</summary>
    public const int MostBins = 255;

    private const int DeepestSymmetric = 16;

    /// <summary>Gets what is minimised. Default squared loss.</summary>
    public TreeLoss Loss { get; init; } = TreeLoss.Squared;

    /// <summary>Gets the order of growth. Default by leaf.</summary>
    public TreeGrowth Growth { get; init; } = TreeGrowth.ByLeaf;

    /// <summary>Gets the number of trees, at least 1; fewer are grown when a tree finds no split. Default 100.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Gets the learning rate: what leaves are multiplied by, in (0, 1]. Default 0.1.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Gets the most questions from root to leaf, at least 1; 0 for no bound. Default 0.</summary>
    public int MaxDepth { get; init; }

    /// <summary>Gets the most leaves of a tree, at least 2; 0 for no bound. Default 31. Not for symmetric trees.</summary>
    public int MaxLeaves { get; init; } = 31;

    /// <summary>
    /// Gets the fewest samples of a leaf, at least 1. Default 20. With log loss they are estimated by the leaf's share of its parent's
    /// second derivatives, as LightGBM does. Not for symmetric trees.
    /// </summary>
    public int MinLeafSamples { get; init; } = 20;

    /// <summary>Gets the least sum of second derivatives in a leaf, not negative. Default 0.001. Not for symmetric trees.</summary>
    public double MinLeafHessian { get; init; } = 1e-3;

    /// <summary>Gets the gain that a split must exceed, not negative. Default 0. Not for symmetric trees.</summary>
    public double MinGain { get; init; }

    /// <summary>Gets the penalty on the size of leaves (alpha), not negative. Default 0.</summary>
    public double L1 { get; init; }

    /// <summary>Gets the penalty on the square of leaves (lambda), not negative. Default 0.</summary>
    public double L2 { get; init; }

    /// <summary>Gets the most bins of a feature, in [2, 255]. Default 255.</summary>
    public int Bins { get; init; } = MostBins;

    /// <summary>Gets the settings of symmetric trees: CatBoost's depth 6, penalty 3 and 254 borders, and no bound on leaves.</summary>
    public static TreeOptions Symmetric { get; } = new()
    {
        Growth = TreeGrowth.Symmetric,
        MaxDepth = 6,
        MaxLeaves = 0,
        MinLeafSamples = 1,
        MinLeafHessian = 0,
        L2 = 3
    };

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate()
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
            throw new ArgumentException($"Trees: {string.Join("; ", faults)}.");
    }

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (Trees < 1)
            yield return $"the number of trees must be at least 1, found {Trees}";
        if (Rate is not (> 0 and <= 1))
            yield return $"the learning rate must be in (0, 1], found {Rate}";
        if (MaxDepth < 0)
            yield return $"the depth must be at least 1, or 0 for no bound, found {MaxDepth}";
        if (MaxLeaves is < 0 or 1)
            yield return $"the number of leaves must be at least 2, or 0 for no bound, found {MaxLeaves}";
        if (MinLeafSamples < 1)
            yield return $"the fewest samples of a leaf must be at least 1, found {MinLeafSamples}";
        if (Bins is < 2 or > MostBins)
            yield return $"the number of bins must be in [2, {MostBins}], found {Bins}";
        foreach (var (name, value) in new[] { ("hessian", MinLeafHessian), ("gain", MinGain), ("L1", L1), ("L2", L2) })
        {
            if (!(double.IsFinite(value) && value >= 0))
                yield return $"{name} must be a number, not negative, found {value}";
        }

        if (Growth != TreeGrowth.Symmetric)
            yield break;
        if (MaxDepth is < 1 or > DeepestSymmetric)
            yield return $"symmetric trees have a depth in [1, {DeepestSymmetric}], found {MaxDepth}";
        if (MaxLeaves != 0 || MinLeafSamples != 1 || MinLeafHessian != 0 || MinGain != 0)
            yield return "symmetric trees have no bound on leaves, samples, hessian or gain: all leaves of a level split alike";
    }
}

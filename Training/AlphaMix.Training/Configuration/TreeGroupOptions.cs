using AlphaMix.Core.Trees;
using AlphaMix.Training.Trees;

namespace AlphaMix.Training.Configuration;

/// <summary>
/// A group of boosted trees beside the pool's networks: log loss on the same windows and labels, one expert to the routers.
/// </summary>
public sealed record TreeGroupOptions
{
    /// <summary>Gets the order in which trees grow. Default by leaf.</summary>
    public TreeGrowth Growth { get; init; } = TreeGrowth.ByLeaf;

    /// <summary>Gets the number of trees, at least 1. Default 200.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>Gets the learning rate, in (0, 1]. Default 0.05.</summary>
    public double Rate { get; init; } = 0.05;

    /// <summary>Gets the most questions from root to leaf, at least 1, or 0 for no bound; symmetric trees at most 16. Default 3.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>
    /// Gets the most leaves of a tree, at least 2, or 0 for no bound. Default null: 31 by leaf, none by depth. Symmetric trees have none.
    /// </summary>
    public int? Leaves { get; init; }

    /// <summary>Gets the fewest samples of a leaf, at least 1. Default null: 20. Symmetric trees have no such bound.</summary>
    public int? LeafSamples { get; init; }

    /// <summary>Gets the penalty on the size of leaves, not negative. Default 0.</summary>
    public double L1 { get; init; }

    /// <summary>Gets the penalty on the square of leaves, not negative. Default null: 0, and 3 for symmetric trees.</summary>
    public double? L2 { get; init; }

    /// <summary>Returns every fault of the options; none when they can be used.</summary>
    /// <param name="path">Their place in the configuration.</param>
    public IEnumerable<string> Faults(string path) => ToTreeOptions().Faults().Select(fault => $"{path}: {fault}");

    /// <summary>Returns the settings with the defaults of the growth.</summary>
    internal TreeOptions ToTreeOptions()
    {
        var defaults = Growth == TreeGrowth.Symmetric ? TreeOptions.Symmetric : new TreeOptions();
        return defaults with
        {
            Loss = TreeLoss.Log,
            Growth = Growth,
            Trees = Trees,
            Rate = Rate,
            MaxDepth = Depth,
            MaxLeaves = Leaves ?? (Growth == TreeGrowth.ByLeaf ? defaults.MaxLeaves : 0),
            MinLeafSamples = LeafSamples ?? defaults.MinLeafSamples,
            L1 = L1,
            L2 = L2 ?? defaults.L2
        };
    }
}

using AlphaMix.Core.Trees;

namespace AlphaMix.Training.Trees;

/// <summary>Splits one leaf after another, each by its own best question: by leaf or by depth.</summary>
/// <param name="tree">The tree that grows.</param>
/// <param name="options">How.</param>
internal sealed class BestFirstGrower(GrowingTree tree, TreeOptions options) : ITreeGrower
{
    private readonly TreeSplit[] _byFeature = new TreeSplit[tree.Columns.Features];

    /// <inheritdoc/>
    public IReadOnlyList<GrowingLeaf> Grow(Gradient[] gradients)
    {
        var root = tree.Begin(gradients);
        Search(root);
        List<GrowingLeaf> leaves = [root];
        while ((options.MaxLeaves == 0 || leaves.Count < options.MaxLeaves) && Next(leaves) is { } leaf)
        {
            var (left, right) = tree.Split(leaf, leaf.Best, IsOpen);
            leaves.Remove(leaf);
            leaves.AddRange([left, right]);
            Search(left);
            Search(right);
        }

        leaves.ForEach(tree.Close);
        return leaves;
    }

    private bool IsOpen(GrowingLeaf leaf) =>
        (options.MaxDepth == 0 || leaf.Depth < options.MaxDepth) && leaf.Count >= 2 * options.MinLeafSamples;

    /// <summary>Returns the leaf to split next; of two alike the one that was there first.</summary>
    private GrowingLeaf? Next(List<GrowingLeaf> leaves)
    {
        var open = leaves.Where(leaf => leaf.Best.Exists);
        return options.Growth == TreeGrowth.ByDepth ? open.MinBy(leaf => leaf.Depth) : open.MaxBy(leaf => leaf.Best.Gain);
    }

    private void Search(GrowingLeaf leaf)
    {
        if (leaf.Histogram is null || !IsOpen(leaf))
            return;
        tree.ForFeatures(feature => _byFeature[feature] = LeafSplit.Find(tree.Columns, leaf, feature, options));
        foreach (var split in _byFeature)
        {
            if (split.Gain > leaf.Best.Gain)
                leaf.Best = split;
        }

        if (!leaf.Best.Exists)
            tree.Close(leaf);
    }
}

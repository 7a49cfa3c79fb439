namespace AlphaMix.Training.Trees;

/// <summary>Splits all leaves of a level by one question (Prokhorenkova et al. 2018, CatBoost's oblivious trees).</summary>
/// <param name="tree">The tree that grows.</param>
/// <param name="options">How.</param>
/// <remarks>
/// A question's score is CatBoost's "Cosine": that of the leaves' values with the negative gradients, sum(G v) / sqrt(sum(H v^2)) over the
/// leaves that it makes. Growth ends where no question raises it. Missing values are below all others.
/// </remarks>
internal sealed class SymmetricGrower(GrowingTree tree, TreeOptions options) : ITreeGrower
{
    private readonly TreeSplit[] _byFeature = new TreeSplit[tree.Columns.Features];

    /// <inheritdoc/>
    public IReadOnlyList<GrowingLeaf> Grow(Gradient[] gradients)
    {
        List<GrowingLeaf> leaves = [tree.Begin(gradients)];
        for (var depth = 0; depth < options.MaxDepth && Best(leaves) is { Exists: true } split; depth++)
        {
            var below = new List<GrowingLeaf>(2 * leaves.Count);
            foreach (var leaf in leaves)
            {
                var (left, right) = tree.Split(leaf, split, child => child.Depth < options.MaxDepth);
                below.AddRange([left, right]);
            }

            leaves = below;
        }

        leaves.ForEach(tree.Close);
        return leaves;
    }

    private TreeSplit Best(List<GrowingLeaf> leaves)
    {
        var now = default(CosineScore);
        foreach (var leaf in leaves)
            now.Add(leaf.Sum, options);
        tree.ForFeatures(feature => _byFeature[feature] = Find(leaves, feature));
        var best = TreeSplit.None with { Gain = now.Value * (1 + LeafSplit.Negligible) };
        foreach (var split in _byFeature)
        {
            if (split.Gain > best.Gain)
                best = split;
        }

        return best;
    }

    private TreeSplit Find(List<GrowingLeaf> leaves, int feature)
    {
        // A question for each bin, and one before them that parts missing values from all others.
        var cuts = tree.Columns.Cuts(feature).Length;
        Span<CosineScore> scores = stackalloc CosineScore[BinnedColumns.HistogramBins];
        scores.Clear();
        foreach (var leaf in leaves)
        {
            var bins = leaf.Histogram!.Feature(feature);
            var left = tree.Columns.HasMissing(feature) ? bins[BinnedColumns.MissingBin] : default;
            for (var bin = -1; bin < cuts; bin++)
            {
                if (bin >= 0)
                    left += bins[bin];
                scores[bin + 1].Add(left, options);
                scores[bin + 1].Add(leaf.Sum - left, options);
            }
        }

        var best = TreeSplit.None;
        for (var bin = tree.Columns.HasMissing(feature) ? -1 : 0; bin < cuts; bin++)
        {
            if (scores[bin + 1].Value > best.Gain)
                best = new TreeSplit(feature, bin, MissingLeft: true, scores[bin + 1].Value);
        }

        return best;
    }

    /// <summary>The score of a set of leaves, leaf by leaf.</summary>
    private struct CosineScore
    {
        private double _product;
        private double _square;

        public readonly double Value => _square > 0 ? _product / Math.Sqrt(_square) : 0;

        public void Add(GradientSum leaf, TreeOptions options)
        {
            var value = leaf.LeafValue(options.L1, options.L2);
            _product -= leaf.First * value;
            _square += leaf.Second * value * value;
        }
    }
}

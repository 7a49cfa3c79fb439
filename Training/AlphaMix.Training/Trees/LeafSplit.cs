namespace AlphaMix.Training.Trees;

/// <summary>The best question about one feature for one leaf.</summary>
internal static class LeafSplit
{
    /// <summary>Gains and sums below this share of the leaf's own are rounding.</summary>
    public const double Negligible = 1e-10;

    /// <summary>Finds the question that gains most; the lower bin of two alike.</summary>
    /// <param name="columns">The samples' bins.</param>
    /// <param name="leaf">A leaf with a histogram.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="options">Penalties, and what a split must keep to.</param>
    /// <returns>The question; none when no split is allowed or gains enough.</returns>
    /// <remarks>
    /// Missing values are tried on both sides, and apart from all known ones; a leaf that has none sends later ones to the child with the
    /// larger sum of second derivatives, which with squared loss is the number of samples (as scikit-learn does).
    /// </remarks>
    public static TreeSplit Find(BinnedColumns columns, GrowingLeaf leaf, int feature, TreeOptions options)
    {
        var bins = leaf.Histogram!.Feature(feature);
        var missing = columns.HasMissing(feature) ? bins[BinnedColumns.MissingBin] : default;
        var isMissing = missing.Second > Negligible * leaf.Sum.Second;
        var least = Math.Max(options.MinLeafHessian, options.MinLeafSamples * leaf.Sum.Second / leaf.Count * (1 - Negligible));
        var parent = leaf.Sum.Gain(options.L1, options.L2);
        var best = TreeSplit.None with { Gain = options.MinGain + Negligible * parent };
        var left = default(GradientSum);
        for (var bin = 0; bin < columns.Cuts(feature).Length + (isMissing ? 1 : 0); bin++)
        {
            left += bins[bin];
            Try(left, missingLeft: !isMissing && 2 * left.Second > leaf.Sum.Second);
            if (isMissing)
                Try(left + missing, missingLeft: true);

            void Try(GradientSum side, bool missingLeft)
            {
                var rest = leaf.Sum - side;
                if (side.Second < least || rest.Second < least)
                    return;
                var gain = side.Gain(options.L1, options.L2) + rest.Gain(options.L1, options.L2) - parent;
                if (gain > best.Gain)
                    best = new TreeSplit(feature, bin, missingLeft, gain);
            }
        }

        return best.Exists ? best : TreeSplit.None;
    }
}

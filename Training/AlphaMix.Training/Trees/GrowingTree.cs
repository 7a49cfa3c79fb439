using AlphaMix.Core.Trees;

namespace AlphaMix.Training.Trees;

/// <summary>
/// A tree that grows on the samples' gradients: which samples each leaf has, and its histogram. Memory is used again tree after tree.
/// </summary>
/// <remarks>
/// Threads share the features, never the samples, so that every sum has one order. Of two children the one with fewer samples (the left one
/// of two alike) is summed and the other is the rest of the parent, as in LightGBM.
/// </remarks>
internal sealed class GrowingTree
{
    private readonly TreeOptions _options;
    private readonly ParallelOptions _threads;
    private readonly SampleOrder _order;
    private readonly Gradient[] _ofLeaf;
    private readonly Stack<GradientHistogram> _free = [];
    private readonly List<TreeNode> _nodes = [];
    private Gradient[] _gradients = [];

    /// <summary>Initializes a new instance of the <see cref="GrowingTree"/> class.</summary>
    /// <param name="columns">The samples' bins.</param>
    /// <param name="options">How trees grow.</param>
    /// <param name="threads">Number of threads, at least 1; the tree does not depend on it.</param>
    public GrowingTree(BinnedColumns columns, TreeOptions options, int threads)
    {
        (Columns, _options) = (columns, options);
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _order = new SampleOrder(columns.Count);
        _ofLeaf = new Gradient[columns.Count];
    }

    /// <summary>Gets the samples' bins.</summary>
    public BinnedColumns Columns { get; }

    /// <summary>Begins a tree: one leaf with all samples and its histogram.</summary>
    /// <param name="gradients">A gradient of each sample.</param>
    public GrowingLeaf Begin(Gradient[] gradients)
    {
        _gradients = gradients;
        _nodes.Clear();
        _nodes.Add(TreeNode.Leaf(0));
        _order.Reset();
        var sum = default(GradientSum);
        foreach (var gradient in gradients)
            sum += GradientSum.From(gradient);
        var root = new GrowingLeaf(0, 0, 0, Columns.Count, sum) { Histogram = Take() };
        Fill(root, null, null);
        return root;
    }

    /// <summary>Returns the samples of a leaf.</summary>
    public ReadOnlySpan<int> SamplesOf(GrowingLeaf leaf) => _order.Of(leaf);

    /// <summary>Runs some work for every feature, on all threads.</summary>
    public void ForFeatures(Action<int> work) => ForEach(Columns.Features, work);

    /// <summary>Splits a leaf that has a histogram.</summary>
    /// <param name="leaf">The leaf; its histogram is used up.</param>
    /// <param name="split">The question.</param>
    /// <param name="isOpen">Whether a child may be split in its turn and needs a histogram.</param>
    /// <returns>The children, left and right.</returns>
    public (GrowingLeaf Left, GrowingLeaf Right) Split(GrowingLeaf leaf, TreeSplit split, Func<GrowingLeaf, bool> isOpen)
    {
        var sum = LeftSum(leaf, split);
        var count = _order.Divide(leaf, split, Columns);
        var node = _nodes.Count;
        _nodes[leaf.Node] = new TreeNode(split.Feature, split.Threshold(Columns.Cuts(split.Feature)), node, split.MissingLeft);
        _nodes.Add(TreeNode.Leaf(0));
        _nodes.Add(TreeNode.Leaf(0));
        var left = new GrowingLeaf(node, leaf.Depth + 1, leaf.First, count, sum);
        var right = new GrowingLeaf(node + 1, leaf.Depth + 1, leaf.First + count, leaf.Count - count, leaf.Sum - sum);
        var (small, large) = left.Count <= right.Count ? (left, right) : (right, left);
        if (isOpen(small) || isOpen(large))
        {
            (small.Histogram, large.Histogram) = (Take(), leaf.Histogram);
            leaf.Histogram = null;
            Fill(small, large, small.Histogram);
        }

        foreach (var each in new[] { leaf, left, right })
        {
            if (each.Histogram is not null && (each == leaf || !isOpen(each)))
                Close(each);
        }

        return (left, right);
    }

    /// <summary>Gives back a leaf's histogram: it will not be split.</summary>
    public void Close(GrowingLeaf leaf)
    {
        if (leaf.Histogram is not { } histogram)
            return;
        _free.Push(histogram);
        leaf.Histogram = null;
    }

    /// <summary>Sets the value of a leaf.</summary>
    /// <returns>The value: that which lowers the loss most, times the learning rate.</returns>
    public float SetValue(GrowingLeaf leaf)
    {
        var value = (float)(_options.Rate * leaf.Sum.LeafValue(_options.L1, _options.L2));
        _nodes[leaf.Node] = TreeNode.Leaf(value);
        return value;
    }

    /// <summary>Returns the tree's nodes.</summary>
    public TreeNode[] ToNodes() => [.. _nodes];

    private GradientHistogram Take() => _free.TryPop(out var histogram) ? histogram : new GradientHistogram(Columns.Words.Length);

    private static GradientSum LeftSum(GrowingLeaf leaf, TreeSplit split)
    {
        var bins = leaf.Histogram!.Feature(split.Feature);
        var sum = split.MissingLeft ? bins[BinnedColumns.MissingBin] : default;
        for (var bin = 0; bin <= split.Bin; bin++)
            sum += bins[bin];
        return sum;
    }

    /// <summary>Fills a leaf's histogram, and takes it away from that of its sibling, which has their parent's.</summary>
    private void Fill(GrowingLeaf leaf, GrowingLeaf? sibling, GradientHistogram? own)
    {
        var samples = _order.Of(leaf);
        for (var i = 0; i < samples.Length; i++)
            _ofLeaf[i] = _gradients[samples[i]];
        ForEach(Columns.Words.Length, word =>
        {
            leaf.Histogram!.Fill(word, Columns.Words[word], _order.Of(leaf), _ofLeaf.AsSpan(0, leaf.Count));
            if (own is not null)
                sibling!.Histogram!.Subtract(word, own);
        });
    }

    private void ForEach(int count, Action<int> work)
    {
        if (_threads.MaxDegreeOfParallelism > 1)
        {
            Parallel.For(0, count, _threads, work);
            return;
        }

        for (var i = 0; i < count; i++)
            work(i);
    }
}

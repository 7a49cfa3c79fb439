using System.Runtime.CompilerServices;

namespace AlphaMix.Core.Trees;

/// <summary>
/// Boosted trees: a sample's score is a start plus the value of one leaf of each tree. Whoever trained them says what a score means: the
/// target itself (squared loss) or the log odds of up (log loss). Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// A value goes to the left when it is at most the threshold; a missing one (NaN) where the node says. Sums are in double precision, tree
/// after tree, so that a sample's score does not depend, to the bit, on the samples beside it.
/// </remarks>
public sealed class TreeEnsemble
{
    // Samples that pass through all trees before the next ones: their windows stay in the second-level cache.
    private const int Chunk = 256;

    // All trees, one after another; Left is an index into this array.
    private readonly TreeNode[] _nodes;
    private readonly int[] _roots;

    /// <summary>Initializes a new instance of the <see cref="TreeEnsemble"/> class.</summary>
    /// <param name="inputSize">Values in a window, at least 1.</param>
    /// <param name="start">What every score starts from; finite.</param>
    /// <param name="trees">The trees, each an array of nodes that begins with its root; children lie behind their node. Copied.</param>
    /// <exception cref="ArgumentException">
    /// A tree is empty, or a node asks about a value that a window does not have, has a child that is not there or not behind it, or a
    /// number that is not finite. The message says which.
    /// </exception>
    public TreeEnsemble(int inputSize, double start, IReadOnlyList<TreeNode[]> trees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentNullException.ThrowIfNull(trees);
        if (!double.IsFinite(start))
            throw new ArgumentException($"The start of the scores must be finite, found {start}.", nameof(start));
        (InputSize, Start) = (inputSize, start);
        _nodes = new TreeNode[trees.Sum(tree => tree.Length)];
        _roots = new int[trees.Count];
        var next = 0;
        for (var t = 0; t < _roots.Length; t++)
        {
            _roots[t] = next;
            for (var i = 0; i < trees[t].Length; i++)
            {
                Require(t, i, trees[t]);
                var node = trees[t][i];
                _nodes[next + i] = node.IsLeaf ? TreeNode.Leaf(node.Value) : node with { Left = _roots[t] + node.Left };
            }

            if (trees[t].Length == 0)
                throw new ArgumentException($"Tree {t} has no node.", nameof(trees));
            next += trees[t].Length;
        }
    }

    /// <summary>Gets the number of values in a window.</summary>
    public int InputSize { get; }

    /// <summary>Gets what every score starts from.</summary>
    public double Start { get; }

    /// <summary>Gets the number of trees.</summary>
    public int Count => _roots.Length;

    /// <summary>Gets the number of nodes of all trees, leaves included.</summary>
    public int NodeCount => _nodes.Length;

    /// <summary>Gets the number of trained numbers: a threshold for each question, a value for each leaf, and the start.</summary>
    public long ParameterCount => _nodes.Length + 1L;

    /// <summary>Returns a tree, its root first, <see cref="TreeNode.Left"/> counted from the root.</summary>
    /// <param name="tree">The tree, in [0, <see cref="Count"/>).</param>
    public TreeNode[] Tree(int tree)
    {
        var root = _roots[tree];
        var end = tree + 1 < _roots.Length ? _roots[tree + 1] : _nodes.Length;
        return Array.ConvertAll(_nodes[root..end], node => node.IsLeaf ? node : node with { Left = node.Left - root });
    }

    /// <summary>Computes the score of each sample. Allocates nothing.</summary>
    /// <param name="rows">Feature rows, row-major; NaN is a missing value.</param>
    /// <param name="offsets">Per sample, where its window of <see cref="InputSize"/> values starts in <paramref name="rows"/>.</param>
    /// <param name="scores">Receives the scores, as long as <paramref name="offsets"/>.</param>
    /// <exception cref="ArgumentException">
    /// A window does not lie in <paramref name="rows"/>, or there are not as many scores as samples.
    /// </exception>
    public void Score(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<double> scores)
    {
        if (scores.Length != offsets.Length)
            throw new ArgumentException($"{offsets.Length} samples have as many scores, found room for {scores.Length}.", nameof(scores));
        foreach (var offset in offsets)
        {
            if (offset < 0 || offset > rows.Length - InputSize)
                throw new ArgumentException(
                    $"A window of {InputSize} values cannot start at {offset} of {rows.Length}.", nameof(offsets));
        }

        scores.Fill(Start);
        for (var first = 0; first < offsets.Length; first += Chunk)
        {
            var count = Math.Min(Chunk, offsets.Length - first);
            foreach (var root in _roots)
                AddLeaves(root, rows, offsets.Slice(first, count), scores.Slice(first, count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddLeaves(int root, ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<double> scores)
    {
        var nodes = _nodes.AsSpan();
        for (var i = 0; i < offsets.Length; i++)
        {
            var node = nodes[root];
            while (node.Feature >= 0)
            {
                var value = rows[offsets[i] + node.Feature];
                var isLeft = value <= node.Value || (float.IsNaN(value) && node.MissingLeft);
                node = nodes[isLeft ? node.Left : node.Left + 1];
            }

            scores[i] += node.Value;
        }
    }

    private void Require(int tree, int index, TreeNode[] nodes)
    {
        var node = nodes[index];
        if (!float.IsFinite(node.Value))
            throw new ArgumentException($"Tree {tree}, node {index}: expected a finite number, found {node.Value}.");
        if (node.IsLeaf)
            return;
        if (node.Feature >= InputSize)
            throw new ArgumentException($"Tree {tree}, node {index}: found feature {node.Feature}, expected at most {InputSize - 1}.");
        if (node.Left <= index || node.Left >= nodes.Length - 1)
            throw new ArgumentException(
                $"Tree {tree}, node {index}: found children {node.Left} and {node.Left + 1L}, expected two of {index + 1} to "
                    + $"{nodes.Length - 1}.");
    }
}

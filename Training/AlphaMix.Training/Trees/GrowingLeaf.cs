namespace AlphaMix.Training.Trees;

/// <summary>A leaf of a tree that still grows.</summary>
/// <param name="node">Its node's index.</param>
/// <param name="depth">Questions above it.</param>
/// <param name="first">Where its samples begin in the order of <see cref="SampleOrder"/>.</param>
/// <param name="count">Number of its samples; 0 only in symmetric trees.</param>
/// <param name="sum">Sum of its samples' gradients.</param>
internal sealed class GrowingLeaf(int node, int depth, int first, int count, GradientSum sum)
{
    /// <summary>Gets its node's index.</summary>
    public int Node => node;

    /// <summary>Gets the number of questions above it.</summary>
    public int Depth => depth;

    /// <summary>Gets where its samples begin.</summary>
    public int First => first;

    /// <summary>Gets the number of its samples.</summary>
    public int Count => count;

    /// <summary>Gets the sum of its samples' gradients.</summary>
    public GradientSum Sum => sum;

    /// <summary>Gets or sets its histogram; null when it is not to be split.</summary>
    public GradientHistogram? Histogram { get; set; }

    /// <summary>Gets or sets its best question.</summary>
    public TreeSplit Best { get; set; } = TreeSplit.None;
}

using AlphaMix.Core.Pools;
using AlphaMix.Core.Trees;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// A tree group as tensors: nodes of all trees, one after another, by part. Whole numbers are exact in 32-bit floats below 2^24.
/// </summary>
internal static class TreeTensors
{
    /// <summary>Nodes of each tree.</summary>
    public const string Sizes = "sizes";

    /// <summary>The value each node asks about, -1 for a leaf.</summary>
    public const string Feature = "feature";

    /// <summary>Threshold or leaf value of each node.</summary>
    public const string Value = "value";

    /// <summary>Left child of each node, counted from its tree's root; 0 for a leaf.</summary>
    public const string Left = "left";

    /// <summary>Whether a missing value goes to the left, 1 or 0.</summary>
    public const string MissingLeft = "missingLeft";

    /// <summary>The most nodes of a group, so that all whole numbers are exact.</summary>
    public const int MostNodes = 1 << 24;

    /// <summary>Returns the start of the names of a tree group's tensors.</summary>
    public static string Prefix(int index) => $"{TreeGroupFields.Name}.{index}";

    /// <summary>Returns the length of a part.</summary>
    public static int Length(string part, TreeGroupRecord record) => part == Sizes ? record.Trees : record.Nodes;

    /// <summary>Hands over the tensors.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="prefix">Start of the names.</param>
    /// <param name="add">Receives name, shape and values.</param>
    public static void Write(TreeEnsemble trees, string prefix, TensorSink add)
    {
        TreeNode[][] all = [.. Enumerable.Range(0, trees.Count).Select(trees.Tree)];
        TreeNode[] nodes = [.. all.SelectMany(tree => tree)];
        add($"{prefix}.{Sizes}", [all.Length], Array.ConvertAll(all, tree => (float)tree.Length));
        add($"{prefix}.{Feature}", [nodes.Length], Array.ConvertAll(nodes, node => (float)node.Feature));
        add($"{prefix}.{Value}", [nodes.Length], Array.ConvertAll(nodes, node => node.Value));
        add($"{prefix}.{Left}", [nodes.Length], Array.ConvertAll(nodes, node => (float)node.Left));
        add($"{prefix}.{MissingLeft}", [nodes.Length], Array.ConvertAll(nodes, node => node.MissingLeft ? 1f : 0f));
    }

    /// <summary>Builds the trees.</summary>
    /// <param name="inputSize">Values in a window.</param>
    /// <param name="record">The group's record.</param>
    /// <param name="take">Returns the values of a part.</param>
    /// <exception cref="ArgumentException">A number is not whole where it must be, or the nodes are no trees.</exception>
    public static TreeEnsemble Read(int inputSize, TreeGroupRecord record, Func<string, float[]> take)
    {
        var sizes = Whole(Sizes, take(Sizes), 1);
        var (feature, value) = (Whole(Feature, take(Feature), TreeNode.NoFeature), take(Value));
        var (left, missing) = (Whole(Left, take(Left), 0), Whole(MissingLeft, take(MissingLeft), 0));
        if (sizes.Sum(size => (long)size) != record.Nodes || Array.Exists(missing, flag => flag > 1))
            throw new ArgumentException(
                $"sizes: found {sizes.Sum(size => (long)size)} nodes, expected {record.Nodes}; missingLeft: expected 0 or 1");
        var trees = new List<TreeNode[]>(sizes.Length);
        var first = 0;
        foreach (var size in sizes)
        {
            trees.Add([.. Enumerable.Range(first, size).Select(i => new TreeNode(feature[i], value[i], left[i], missing[i] == 1))]);
            first += size;
        }

        return new TreeEnsemble(inputSize, record.Start, trees);
    }

    private static int[] Whole(string part, float[] values, int least)
    {
        foreach (var number in values)
        {
            if (number != MathF.Floor(number) || number < least || number > MostNodes)
                throw new ArgumentException($"{part}: found {number}, expected a whole number from {least} on");
        }

        return Array.ConvertAll(values, number => (int)number);
    }
}

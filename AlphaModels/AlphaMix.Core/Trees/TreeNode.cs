namespace AlphaMix.Core.Trees;

/// <summary>A node of a binary tree: a question about one value of the window, or a leaf.</summary>
/// <param name="Feature">The value asked about, its place in the window from 0; -1 for a leaf.</param>
/// <param name="Value">The threshold, itself on the left side, or the leaf's value; finite.</param>
/// <param name="Left">Index of the left child in its tree, above the node's own; the right child is the next one. 0 for a leaf.</param>
/// <param name="MissingLeft">Whether a missing value (NaN) goes to the left; false for a leaf.</param>
public readonly record struct TreeNode(int Feature, float Value, int Left, bool MissingLeft)
{
    /// <summary>The <see cref="Feature"/> of a leaf.</summary>
    public const int NoFeature = -1;

    /// <summary>Gets a value indicating whether the node is a leaf.</summary>
    public bool IsLeaf => Feature < 0;

    /// <summary>Returns a leaf.</summary>
    /// <param name="value">Its value; finite.</param>
    public static TreeNode Leaf(float value) => new(NoFeature, value, 0, false);
}

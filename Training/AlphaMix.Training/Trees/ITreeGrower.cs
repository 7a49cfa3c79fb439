namespace AlphaMix.Training.Trees;

/// <summary>Grows trees, one after another.</summary>
internal interface ITreeGrower
{
    /// <summary>Grows a tree on gradients.</summary>
    /// <param name="gradients">A gradient of each sample.</param>
    /// <returns>The leaves, at least one; a tree of one leaf found no question worth asking.</returns>
    IReadOnlyList<GrowingLeaf> Grow(Gradient[] gradients);
}

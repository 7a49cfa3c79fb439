using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Artifacts;

/// <summary>One tensor of a group: its name in the artifact, its shape, and where it lies in the group's parameter vector.</summary>
internal readonly record struct TensorSlot(string Name, int[] Shape, int Offset)
{
    public int Length => Shape.Aggregate((product, size) => product * size);

    /// <summary>
    /// Returns the tensors of a group in the order of <see cref="GroupLayout"/>, W and b first, then r, s and b_i of ensembled layers.
    /// </summary>
    /// <param name="prefix">The group's name in the artifact, such as <c>groups.0</c>.</param>
    /// <param name="layout">The group's layout.</param>
    public static IEnumerable<TensorSlot> From(string prefix, GroupLayout layout) =>
        layout.Layers.SelectMany((layer, index) => From($"{prefix}.layers.{index}", layer));

    private static IEnumerable<TensorSlot> From(string prefix, LayerLayout layer)
    {
        yield return new TensorSlot($"{prefix}.W", [layer.Inputs, layer.Outputs], layer.SlowWeights);
        yield return new TensorSlot($"{prefix}.b", [layer.Outputs], layer.Bias);
        if (!layer.IsEnsembled)
            yield break;
        yield return new TensorSlot($"{prefix}.r", [layer.Experts, layer.Inputs], layer.InputFast);
        yield return new TensorSlot($"{prefix}.s", [layer.Experts, layer.Outputs], layer.OutputFast);
        yield return new TensorSlot($"{prefix}.b_i", [layer.Experts, layer.Outputs], layer.ExpertBias);
    }
}

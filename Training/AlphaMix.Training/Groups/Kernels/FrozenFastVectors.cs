using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>A gradient that leaves r, s and b_i where they are: Adam does not move a parameter whose slope was always 0.</summary>
/// <param name="inner">Gives the whole gradient.</param>
/// <param name="layout">Where r, s and b_i lie.</param>
internal sealed class FrozenFastVectors(IBatchGradient inner, GroupLayout layout) : IBatchGradient
{
    /// <inheritdoc/>
    public void Compute(ReadOnlySpan<float> parameters, ReadOnlySpan<int> batch, Span<float> gradient, Span<double> losses)
    {
        inner.Compute(parameters, batch, gradient, losses);
        foreach (var layer in layout.Layers)
        {
            if (layer.IsEnsembled)
                gradient[layer.InputFast..layer.End].Clear();
        }
    }
}

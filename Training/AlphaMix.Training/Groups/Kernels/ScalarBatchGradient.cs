using AlphaMix.Core.Experts;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary><see cref="ScalarGroupGradient{T}"/> in float, as a trainer uses it.</summary>
internal sealed class ScalarBatchGradient(GroupLayout layout, TrainingSamples samples, LossKind loss) : IBatchGradient
{
    private readonly ScalarGroupGradient<float> _gradient = new(layout, samples, loss);

    /// <inheritdoc/>
    public void Compute(ReadOnlySpan<float> parameters, ReadOnlySpan<int> batch, Span<float> gradient, Span<double> losses)
        => _gradient.Compute(parameters, batch, gradient, losses);
}

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>Adam (Kingma and Ba 2015) with PyTorch's defaults and order of operations; beta 0.9 and 0.999, epsilon 1e-8.</summary>
/// <param name="count">Number of parameters.</param>
/// <param name="learningRate">The step size.</param>
internal sealed class ScalarAdam(int count, double learningRate) : IParameterUpdate
{
    private readonly float[] _mean = new float[count];
    private readonly float[] _square = new float[count];
    private AdamRates _rates = new(learningRate);

    /// <inheritdoc/>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient)
    {
        _rates.Advance();
        for (var i = 0; i < _mean.Length; i++)
        {
            var slope = gradient[i];
            _mean[i] = MathF.FusedMultiplyAdd(AdamRates.MeanShare, slope, AdamRates.MeanDecay * _mean[i]);
            _square[i] = MathF.FusedMultiplyAdd(AdamRates.SquareShare * slope, slope, AdamRates.SquareDecay * _square[i]);
            var root = MathF.FusedMultiplyAdd(MathF.Sqrt(_square[i]), _rates.InverseRootCorrection, AdamRates.Epsilon);
            parameters[i] = MathF.FusedMultiplyAdd(_rates.NegativeStep, _mean[i] / root, parameters[i]);
        }
    }
}

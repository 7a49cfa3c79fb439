using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary><see cref="ScalarAdam"/> in vectors, one pass over parameters, gradient and both moments; the same bits.</summary>
internal sealed unsafe class SimdAdam(int count, double learningRate, SimdWidth width) : IParameterUpdate
{
    private readonly AlignedFloats _mean = new(count);
    private readonly AlignedFloats _square = new(count);
    private AdamRates _rates = new(learningRate);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient)
    {
        if (parameters.Length != _mean.Length || gradient.Length != _mean.Length)
            throw new ArgumentException($"{_mean.Length} parameters are expected, found {parameters.Length} and {gradient.Length}.");
        _rates.Advance();
        fixed (float* p = parameters, g = gradient, m = _mean.Span, v = _square.Span)
        {
            var i = 0;
            if (width == SimdWidth.Vector512)
                i = Run<Simd512, Vector512<float>>(p, g, m, v, i);
            if (width >= SimdWidth.Vector256)
                i = Run<Simd256, Vector256<float>>(p, g, m, v, i);
            if (width >= SimdWidth.Vector128)
                i = Run<Simd128, Vector128<float>>(p, g, m, v, i);
            Run<SimdScalar, float>(p, g, m, v, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Run<TSimd, TVector>(float* p, float* g, float* m, float* v, int i)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector meanDecay = TSimd.Broadcast(AdamRates.MeanDecay), meanShare = TSimd.Broadcast(AdamRates.MeanShare);
        TVector squareDecay = TSimd.Broadcast(AdamRates.SquareDecay), squareShare = TSimd.Broadcast(AdamRates.SquareShare);
        TVector epsilon = TSimd.Broadcast(AdamRates.Epsilon), correction = TSimd.Broadcast(_rates.InverseRootCorrection);
        var step = TSimd.Broadcast(_rates.NegativeStep);
        for (; i <= _mean.Length - TSimd.Width; i += TSimd.Width)
        {
            var slope = TSimd.Load(g + i);
            var mean = TSimd.FusedMultiplyAdd(meanShare, slope, TSimd.Multiply(meanDecay, TSimd.Load(m + i)));
            var square = TSimd.FusedMultiplyAdd(
                TSimd.Multiply(squareShare, slope), slope, TSimd.Multiply(squareDecay, TSimd.Load(v + i)));
            TSimd.Store(mean, m + i);
            TSimd.Store(square, v + i);
            var root = TSimd.FusedMultiplyAdd(TSimd.Sqrt(square), correction, epsilon);
            TSimd.Store(TSimd.FusedMultiplyAdd(step, TSimd.Divide(mean, root), TSimd.Load(p + i)), p + i);
        }

        return i;
    }
}

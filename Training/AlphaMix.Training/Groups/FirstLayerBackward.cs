using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups;

/// <summary>
/// What the first layer's derivatives take from one expert's product P = X^T G. Lanes are columns; sums along a row have the 16 virtual
/// lanes of <see cref="LaneDot"/>: the same bits at every width.
/// </summary>
internal static unsafe class FirstLayerBackward
{
    /// <summary>Adds diag(r) P to the derivative by W, and gives that by r, the row sums of W o P.</summary>
    /// <param name="product">P (inputs x columns).</param>
    /// <param name="slowWeights">W (inputs x columns).</param>
    /// <param name="inputFast">r of the expert.</param>
    /// <param name="slowSlope">Derivative by W so far (inputs x columns).</param>
    /// <param name="inputFastSlope">Receives the derivative by r.</param>
    /// <param name="width">Vectors to use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        ReadOnlySpan<float> product,
        ReadOnlySpan<float> slowWeights,
        ReadOnlySpan<float> inputFast,
        Span<float> slowSlope,
        Span<float> inputFastSlope,
        SimdWidth width)
    {
        var columns = product.Length / inputFast.Length;
        Debug.Assert(product.Length == inputFast.Length * columns && slowWeights.Length == product.Length);
        Debug.Assert(slowSlope.Length == product.Length && inputFastSlope.Length == inputFast.Length);
        fixed (float* firstP = product, firstW = slowWeights, firstSlope = slowSlope)
        {
            float* p = firstP, w = firstW, slope = firstSlope;
            for (var k = 0; k < inputFast.Length; k++, p += columns, w += columns, slope += columns)
            {
                inputFastSlope[k] = LaneDot.Dot(p, w, columns, width);
                var j = 0;
                if (width == SimdWidth.Vector512)
                    j = AddScaled<Simd512, Vector512<float>>(inputFast[k], p, slope, j, columns);
                if (width >= SimdWidth.Vector256)
                    j = AddScaled<Simd256, Vector256<float>>(inputFast[k], p, slope, j, columns);
                if (width >= SimdWidth.Vector128)
                    j = AddScaled<Simd128, Vector128<float>>(inputFast[k], p, slope, j, columns);
                AddScaled<SimdScalar, float>(inputFast[k], p, slope, j, columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddScaled<TSimd, TVector>(float factor, float* x, float* target, int j, int length)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var scale = TSimd.Broadcast(factor);
        for (; j <= length - TSimd.Width; j += TSimd.Width)
            TSimd.Store(TSimd.FusedMultiplyAdd(scale, TSimd.Load(x + j), TSimd.Load(target + j)), target + j);
        return j;
    }
}

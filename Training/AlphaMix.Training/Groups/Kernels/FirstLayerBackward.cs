using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

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
        fixed (float* p = product, w = slowWeights, r = inputFast, slope = slowSlope, sums = inputFastSlope)
        {
            var k = 0;
            if (columns % LaneDot.Lanes == 0 && width >= SimdWidth.Vector256)
            {
                for (; k <= inputFast.Length - 4; k += 4)
                    FourRows(p + k * columns, w + k * columns, r + k, slope + k * columns, sums + k, columns, width);
            }

            for (; k < inputFast.Length; k++)
                AnyRow(p + k * columns, w + k * columns, r[k], slope + k * columns, out sums[k], columns, width);
        }
    }

    // Whole vectors alone. Four rows' sums are ended together: short rows would otherwise spend most of their time there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRows(float* p, float* w, float* r, float* slope, float* sums, int columns, SimdWidth width)
    {
        var (second, third, fourth) = (columns, 2 * columns, 3 * columns);
        var four = width == SimdWidth.Vector512
            ? LaneDot.Reduce(
                Row512(p, w, r[0], slope, columns),
                Row512(p + second, w + second, r[1], slope + second, columns),
                Row512(p + third, w + third, r[2], slope + third, columns),
                Row512(p + fourth, w + fourth, r[3], slope + fourth, columns))
            : LaneDot.Reduce(
                Row256(p, w, r[0], slope, columns),
                Row256(p + second, w + second, r[1], slope + second, columns),
                Row256(p + third, w + third, r[2], slope + third, columns),
                Row256(p + fourth, w + fourth, r[3], slope + fourth, columns));
        four.Store(sums);
    }

    // One vector is the 16 lanes; gives the sums of lanes i and i + 8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Row512(float* p, float* w, float r, float* slope, int columns)
    {
        var scale = Vector512.Create(r);
        var sum = Vector512<float>.Zero;
        for (var j = 0; j < columns; j += LaneDot.Lanes)
        {
            var x = Vector512.Load(p + j);
            sum = Vector512.FusedMultiplyAdd(x, Vector512.Load(w + j), sum);
            Vector512.FusedMultiplyAdd(scale, x, Vector512.Load(slope + j)).Store(slope + j);
        }

        return sum.GetLower() + sum.GetUpper();
    }

    // Two vectors are the 16 lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Row256(float* p, float* w, float r, float* slope, int columns)
    {
        var scale = Vector256.Create(r);
        Vector256<float> low = Vector256<float>.Zero, high = Vector256<float>.Zero;
        for (var j = 0; j < columns; j += LaneDot.Lanes)
        {
            Vector256<float> x = Vector256.Load(p + j), y = Vector256.Load(p + j + 8);
            low = Vector256.FusedMultiplyAdd(x, Vector256.Load(w + j), low);
            high = Vector256.FusedMultiplyAdd(y, Vector256.Load(w + j + 8), high);
            Vector256.FusedMultiplyAdd(scale, x, Vector256.Load(slope + j)).Store(slope + j);
            Vector256.FusedMultiplyAdd(scale, y, Vector256.Load(slope + j + 8)).Store(slope + j + 8);
        }

        return low + high;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AnyRow(float* p, float* w, float r, float* slope, out float sum, int columns, SimdWidth width)
    {
        sum = LaneDot.Dot(p, w, columns, width);
        var j = 0;
        if (width == SimdWidth.Vector512)
            j = AddScaled<Simd512, Vector512<float>>(r, p, slope, j, columns);
        if (width >= SimdWidth.Vector256)
            j = AddScaled<Simd256, Vector256<float>>(r, p, slope, j, columns);
        if (width >= SimdWidth.Vector128)
            j = AddScaled<Simd128, Vector128<float>>(r, p, slope, j, columns);
        AddScaled<SimdScalar, float>(r, p, slope, j, columns);
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

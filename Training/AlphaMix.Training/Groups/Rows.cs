using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups;

/// <summary>Element-wise operations on one row. Lanes never mix: the same bits at every width.</summary>
internal static unsafe class Rows
{
    /// <summary>target = x o y.</summary>
    public static void Multiply(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> target, SimdWidth width)
    {
        Debug.Assert(x.Length == target.Length && y.Length == target.Length);
        fixed (float* first = x, second = y, product = target)
        {
            var j = 0;
            if (width == SimdWidth.Vector512)
                j = Multiply<Simd512, Vector512<float>>(first, second, product, j, target.Length);
            if (width >= SimdWidth.Vector256)
                j = Multiply<Simd256, Vector256<float>>(first, second, product, j, target.Length);
            if (width >= SimdWidth.Vector128)
                j = Multiply<Simd128, Vector128<float>>(first, second, product, j, target.Length);
            Multiply<SimdScalar, float>(first, second, product, j, target.Length);
        }
    }

    /// <summary>target = factor * x + target.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> target, SimdWidth width)
    {
        Debug.Assert(x.Length == target.Length);
        fixed (float* values = x, sums = target)
        {
            var j = 0;
            if (width == SimdWidth.Vector512)
                j = AddScaled<Simd512, Vector512<float>>(factor, values, sums, j, target.Length);
            if (width >= SimdWidth.Vector256)
                j = AddScaled<Simd256, Vector256<float>>(factor, values, sums, j, target.Length);
            if (width >= SimdWidth.Vector128)
                j = AddScaled<Simd128, Vector128<float>>(factor, values, sums, j, target.Length);
            AddScaled<SimdScalar, float>(factor, values, sums, j, target.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Multiply<TSimd, TVector>(float* x, float* y, float* target, int j, int length)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (; j <= length - TSimd.Width; j += TSimd.Width)
            TSimd.Store(TSimd.Multiply(TSimd.Load(x + j), TSimd.Load(y + j)), target + j);
        return j;
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

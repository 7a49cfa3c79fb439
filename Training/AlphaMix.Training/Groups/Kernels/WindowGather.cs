using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>Copies a window on its way into a mini-batch. Lanes never mix: the same bits at every width.</summary>
internal static unsafe class WindowGather
{
    /// <summary>Copies a window plain, and times r.</summary>
    /// <param name="window">The window.</param>
    /// <param name="inputFast">r of the expert.</param>
    /// <param name="plain">Receives the window.</param>
    /// <param name="scaled">Receives window o r.</param>
    /// <param name="width">Vectors to use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(
        ReadOnlySpan<float> window, ReadOnlySpan<float> inputFast, Span<float> plain, Span<float> scaled, SimdWidth width)
    {
        Debug.Assert(inputFast.Length == window.Length && plain.Length == window.Length && scaled.Length == window.Length);
        fixed (float* x = window, r = inputFast, copy = plain, product = scaled)
        {
            var j = 0;
            if (width == SimdWidth.Vector512)
                j = Copy<Simd512, Vector512<float>>(x, r, copy, product, j, window.Length);
            if (width >= SimdWidth.Vector256)
                j = Copy<Simd256, Vector256<float>>(x, r, copy, product, j, window.Length);
            if (width >= SimdWidth.Vector128)
                j = Copy<Simd128, Vector128<float>>(x, r, copy, product, j, window.Length);
            Copy<SimdScalar, float>(x, r, copy, product, j, window.Length);
        }
    }

    /// <summary>Asks for a window's cache lines, and does not wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prefetch(ReadOnlySpan<float> window)
    {
        const int Line = 16;
        if (!Sse.IsSupported)
            return;
        fixed (float* start = window)
        {
            for (var j = 0; j < window.Length; j += Line)
                Sse.Prefetch0(start + j);
            Sse.Prefetch0(start + window.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Copy<TSimd, TVector>(float* x, float* r, float* copy, float* product, int j, int length)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (; j <= length - TSimd.Width; j += TSimd.Width)
        {
            var values = TSimd.Load(x + j);
            TSimd.Store(values, copy + j);
            TSimd.Store(TSimd.Multiply(values, TSimd.Load(r + j)), product + j);
        }

        return j;
    }
}

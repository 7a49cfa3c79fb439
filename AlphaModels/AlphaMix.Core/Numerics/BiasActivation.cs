using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Numerics;

/// <summary>
/// The end of a hidden layer: adds the bias to every row and applies LeakyReLU. Each value is computed alone, so that every vector width
/// returns the same bits.
/// </summary>
public static unsafe class BiasActivation
{
    /// <summary>Replaces each value by LeakyReLU(value + bias of its column).</summary>
    /// <param name="values">Rows of the length of <paramref name="bias"/>; changed in place.</param>
    /// <param name="bias">Bias, one a column.</param>
    /// <param name="slope">Slope for values that are not above 0.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is not a whole number of rows.</exception>
    public static void AddLeaky(Span<float> values, ReadOnlySpan<float> bias, float slope)
        => AddLeaky(values, bias, slope, SimdWidths.Best);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddLeaky(Span<float> values, ReadOnlySpan<float> bias, float slope, SimdWidth width)
    {
        if (bias.IsEmpty ? !values.IsEmpty : values.Length % bias.Length != 0)
            throw new ArgumentException($"Whole rows of {bias.Length} values are needed, found {values.Length}.", nameof(values));
        fixed (float* value = values, add = bias)
        {
            var end = value + values.Length;
            for (var row = value; row < end; row += bias.Length)
            {
                var j = 0;
                if (width == SimdWidth.Vector512)
                    j = Row<Simd512, Vector512<float>>(row, add, slope, j, bias.Length);
                if (width >= SimdWidth.Vector256)
                    j = Row<Simd256, Vector256<float>>(row, add, slope, j, bias.Length);
                if (width >= SimdWidth.Vector128)
                    j = Row<Simd128, Vector128<float>>(row, add, slope, j, bias.Length);
                Row<SimdScalar, float>(row, add, slope, j, bias.Length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Row<TSimd, TVector>(float* row, float* bias, float slope, int j, int length)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var below = TSimd.Broadcast(slope);
        for (; j <= length - TSimd.Width; j += TSimd.Width)
        {
            var y = TSimd.Add(TSimd.Load(row + j), TSimd.Load(bias + j));
            TSimd.Store(TSimd.SelectPositive(y, y, TSimd.Multiply(y, below)), row + j);
        }

        return j;
    }
}

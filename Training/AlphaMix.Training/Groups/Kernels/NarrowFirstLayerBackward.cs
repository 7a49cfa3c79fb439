using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>
/// The first layer's derivatives for 32 units, where a row is two AVX-512 vectors: the products P = X^T G of all experts never leave the
/// registers. Gives the bits of a product followed by <see cref="FirstLayerBackward"/>.
/// </summary>
/// <remarks>With so few columns, writing P and reading it back costs as much as computing it.</remarks>
internal static unsafe class NarrowFirstLayerBackward
{
    private const int Columns = 2 * LaneDot.Lanes;
    private const int Rows = 4;

    /// <summary>Returns whether this kernel can do a layer.</summary>
    /// <param name="inputs">Rows of W.</param>
    /// <param name="columns">Columns of W.</param>
    /// <param name="width">Vectors to use.</param>
    public static bool Fits(int inputs, int columns, SimdWidth width) =>
        width == SimdWidth.Vector512 && columns == Columns && inputs >= Rows;

    /// <summary>Computes the derivative by W, the sum over experts of diag(r) P, and that by each r, the row sums of W o P.</summary>
    /// <param name="windows">X of all experts, one after the other (experts x samples, inputs).</param>
    /// <param name="slope">G of all experts, the derivative by x W (experts x samples, 32).</param>
    /// <param name="slowWeights">W (inputs x 32).</param>
    /// <param name="inputFast">r of all experts (experts x inputs).</param>
    /// <param name="slowSlope">Receives the derivative by W (inputs x 32).</param>
    /// <param name="inputFastSlope">Receives the derivative by r (experts x inputs).</param>
    /// <param name="inputs">Rows of W, at least 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        ReadOnlySpan<float> windows,
        ReadOnlySpan<float> slope,
        ReadOnlySpan<float> slowWeights,
        ReadOnlySpan<float> inputFast,
        Span<float> slowSlope,
        Span<float> inputFastSlope,
        int inputs)
    {
        var experts = inputFast.Length / inputs;
        var samples = slope.Length / Columns / experts;
        Debug.Assert(windows.Length == experts * samples * inputs && slope.Length == experts * samples * Columns);
        Debug.Assert(slowWeights.Length == inputs * Columns && slowSlope.Length == inputs * Columns && inputs >= Rows);
        Debug.Assert(inputFast.Length == experts * inputs && inputFastSlope.Length == inputFast.Length);
        fixed (float* x = windows, g = slope, w = slowWeights, r = inputFast, dw = slowSlope, dr = inputFastSlope)
        {
            // The last tile ends with the matrix: rows it shares with the one before are computed, and stored, twice alike.
            for (var row = 0; row < inputs; row += Rows)
                Tile(x, g, w, r, dw, dr, Math.Min(row, inputs - Rows), inputs, samples, experts);
        }
    }

    // Four rows of W: their slopes stay in registers while the experts pass by.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(float* x, float* g, float* w, float* r, float* dw, float* dr, int row, nint inputs, int samples, int experts)
    {
        x += row;
        w += row * Columns;
        r += row;
        dw += row * Columns;
        dr += row;
        Vector512<float> d0 = default, d1 = default, d2 = default, d3 = default;
        Vector512<float> e0 = default, e1 = default, e2 = default, e3 = default;
        for (var expert = 0; expert < experts; expert++)
        {
            Vector512<float> p0 = default, p1 = default, p2 = default, p3 = default;
            Vector512<float> q0 = default, q1 = default, q2 = default, q3 = default;
            for (var k = 0; k < samples; k++)
            {
                Vector512<float> left = Vector512.Load(g), right = Vector512.Load(g + LaneDot.Lanes);
                var value = Vector512.Create(x[0]);
                p0 = Vector512.FusedMultiplyAdd(value, left, p0);
                q0 = Vector512.FusedMultiplyAdd(value, right, q0);
                value = Vector512.Create(x[1]);
                p1 = Vector512.FusedMultiplyAdd(value, left, p1);
                q1 = Vector512.FusedMultiplyAdd(value, right, q1);
                value = Vector512.Create(x[2]);
                p2 = Vector512.FusedMultiplyAdd(value, left, p2);
                q2 = Vector512.FusedMultiplyAdd(value, right, q2);
                value = Vector512.Create(x[3]);
                p3 = Vector512.FusedMultiplyAdd(value, left, p3);
                q3 = Vector512.FusedMultiplyAdd(value, right, q3);
                x += inputs;
                g += Columns;
            }

            var scale = Vector512.Create(r[0]);
            d0 = Vector512.FusedMultiplyAdd(scale, p0, d0);
            e0 = Vector512.FusedMultiplyAdd(scale, q0, e0);
            scale = Vector512.Create(r[1]);
            d1 = Vector512.FusedMultiplyAdd(scale, p1, d1);
            e1 = Vector512.FusedMultiplyAdd(scale, q1, e1);
            scale = Vector512.Create(r[2]);
            d2 = Vector512.FusedMultiplyAdd(scale, p2, d2);
            e2 = Vector512.FusedMultiplyAdd(scale, q2, e2);
            scale = Vector512.Create(r[3]);
            d3 = Vector512.FusedMultiplyAdd(scale, p3, d3);
            e3 = Vector512.FusedMultiplyAdd(scale, q3, e3);
            LaneDot.Reduce(
                RowSum(p0, q0, w), RowSum(p1, q1, w + Columns), RowSum(p2, q2, w + 2 * Columns), RowSum(p3, q3, w + 3 * Columns)).Store(dr);
            r += inputs;
            dr += inputs;
        }

        Store(d0, e0, dw);
        Store(d1, e1, dw + Columns);
        Store(d2, e2, dw + 2 * Columns);
        Store(d3, e3, dw + 3 * Columns);
    }

    // Gives the sums of lanes i and i + 8 of a row of W o P.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> RowSum(Vector512<float> left, Vector512<float> right, float* w)
    {
        var sum = Vector512.FusedMultiplyAdd(left, Vector512.Load(w), Vector512<float>.Zero);
        sum = Vector512.FusedMultiplyAdd(right, Vector512.Load(w + LaneDot.Lanes), sum);
        return sum.GetLower() + sum.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> left, Vector512<float> right, float* target)
    {
        left.Store(target);
        right.Store(target + LaneDot.Lanes);
    }
}

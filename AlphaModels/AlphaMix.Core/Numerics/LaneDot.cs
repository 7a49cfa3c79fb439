using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Numerics;

/// <summary>
/// Dot products in 16 virtual lanes with a fixed reduction tree; the bits of <see cref="ScalarKernels.Dot"/> at every vector width.
/// </summary>
public static unsafe class LaneDot
{
    /// <summary>Number of virtual lanes.</summary>
    internal const int Lanes = 16;

    /// <summary>Returns the dot product of two vectors; 0 for empty ones.</summary>
    /// <param name="x">One vector.</param>
    /// <param name="y">The other, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => Dot(x, y, SimdWidths.Best);

    /// <summary>Returns the dot product with vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y, SimdWidth width)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"Vectors of one length are needed, found {x.Length} and {y.Length}.", nameof(y));
        fixed (float* first = x, second = y)
            return Dot(first, second, x.Length, width);
    }

    /// <summary>Returns the dot product of <paramref name="length"/> floats at two addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Dot(float* x, float* y, int length, SimdWidth width)
        => width switch
        {
            SimdWidth.Vector512 => Dot512(x, y, length),
            SimdWidth.Vector256 => Dot256(x, y, length),
            _ => ScalarKernels.Dot(new ReadOnlySpan<float>(x, length), new ReadOnlySpan<float>(y, length))
        };

    /// <summary>Computes the dot products of each row of a matrix with two columns, as the head of a network needs them.</summary>
    /// <param name="rows">The matrix (rows x <paramref name="length"/>).</param>
    /// <param name="columns">The columns, one after the other (2 x <paramref name="length"/>).</param>
    /// <param name="products">Receives the products (rows x 2).</param>
    /// <param name="length">Values in a row.</param>
    /// <param name="width">Vectors to use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void TwoColumns(
        ReadOnlySpan<float> rows, ReadOnlySpan<float> columns, Span<float> products, int length, SimdWidth width)
    {
        var count = products.Length / 2;
        Debug.Assert(rows.Length >= count * length && columns.Length >= 2 * length);
        fixed (float* x = rows, y = columns, product = products)
        {
            var i = 0;
            // Four sums of whole vectors are ended together.
            if (length % Lanes == 0 && width >= SimdWidth.Vector256)
            {
                for (; i <= count - 2; i += 2)
                    (width == SimdWidth.Vector512
                        ? Reduce(
                            Sum512(x + i * length, y, length), Sum512(x + i * length, y + length, length),
                            Sum512(x + (i + 1) * length, y, length), Sum512(x + (i + 1) * length, y + length, length))
                        : Reduce(
                            Sum256(x + i * length, y, length), Sum256(x + i * length, y + length, length),
                            Sum256(x + (i + 1) * length, y, length), Sum256(x + (i + 1) * length, y + length, length)))
                        .Store(product + 2 * i);
            }

            for (; i < count; i++)
            {
                product[2 * i] = Dot(x + i * length, y, length, width);
                product[2 * i + 1] = Dot(x + i * length, y + length, length, width);
            }
        }
    }

    // Of whole vectors: the sums of lanes i and i + 8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sum512(float* x, float* y, int length)
    {
        var sum = Vector512<float>.Zero;
        for (var k = 0; k < length; k += Lanes)
            sum = Vector512.FusedMultiplyAdd(Vector512.Load(x + k), Vector512.Load(y + k), sum);
        return sum.GetLower() + sum.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sum256(float* x, float* y, int length)
    {
        Vector256<float> low = Vector256<float>.Zero, high = Vector256<float>.Zero;
        for (var k = 0; k < length; k += Lanes)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.Load(x + k), Vector256.Load(y + k), low);
            high = Vector256.FusedMultiplyAdd(Vector256.Load(x + k + 8), Vector256.Load(y + k + 8), high);
        }

        return low + high;
    }

    // One vector is the 16 lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot512(float* x, float* y, int length)
    {
        var sum = Vector512<float>.Zero;
        var k = 0;
        for (; k <= length - Lanes; k += Lanes)
            sum = Vector512.FusedMultiplyAdd(Vector512.Load(x + k), Vector512.Load(y + k), sum);
        if (k < length)
            return Remainder(sum.GetLower(), sum.GetUpper(), x + k, y + k, length - k);
        return Reduce(sum.GetLower() + sum.GetUpper());
    }

    // Two vectors are the 16 lanes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot256(float* x, float* y, int length)
    {
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        var k = 0;
        for (; k <= length - Lanes; k += Lanes)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.Load(x + k), Vector256.Load(y + k), low);
            high = Vector256.FusedMultiplyAdd(Vector256.Load(x + k + 8), Vector256.Load(y + k + 8), high);
        }

        if (k < length)
            return Remainder(low, high, x + k, y + k, length - k);
        return Reduce(low + high);
    }

    // Fewer than 16 products are left: they go to the first lanes, one by one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Remainder(Vector256<float> low, Vector256<float> high, float* x, float* y, int length)
    {
        var lanes = stackalloc float[Lanes];
        low.Store(lanes);
        high.Store(lanes + 8);
        for (var k = 0; k < length; k++)
            lanes[k] = MathF.FusedMultiplyAdd(x[k], y[k], lanes[k]);
        return Reduce(Vector256.Load(lanes) + Vector256.Load(lanes + 8));
    }

    /// <summary>
    /// Ends four dot products at once, where one alone would wait for its own additions: lane i takes lane i + 4, i + 2, i + 1 in each.
    /// Each operand holds the sums of lanes i and i + 8.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Reduce(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        if (!Sse.IsSupported)
            return Vector128.Create(Reduce(a), Reduce(b), Reduce(c), Reduce(d));
        Vector128<float> fourA = a.GetLower() + a.GetUpper(), fourB = b.GetLower() + b.GetUpper();
        Vector128<float> fourC = c.GetLower() + c.GetUpper(), fourD = d.GetLower() + d.GetUpper();
        // a0 + a2, b0 + b2, a1 + a3, b1 + b3; the same of c and d.
        var ab = Sse.UnpackLow(fourA, fourB) + Sse.UnpackHigh(fourA, fourB);
        var cd = Sse.UnpackLow(fourC, fourD) + Sse.UnpackHigh(fourC, fourD);
        return Sse.MoveLowToHigh(ab, cd) + Sse.MoveHighToLow(cd, ab);
    }

    /// <summary>Ends one dot product: lane i takes lane i + 4, i + 2, i + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Reduce(Vector256<float> eight)
    {
        var four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}

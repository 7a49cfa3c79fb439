using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Numerics;

/// <summary>
/// Dense products C = A B and C = A^T B of row-major matrices. Each element of C is one chain of fused multiply-adds with k in order,
/// so the result equals <see cref="ScalarKernels"/> to the bit at every vector width, whatever rows and columns are computed beside it.
/// </summary>
/// <remarks>
/// C is cut into tiles that stay in registers (<see cref="ProductTile"/>). Columns left over by two vectors go to one, then to narrower
/// vectors, then to single floats. Rows need no remainder: a tile at the lower edge repeats its last row, and stores it again.
/// </remarks>
public static unsafe class MatrixProduct
{
    /// <summary>C = A B, where the rows of A lie anywhere in <paramref name="a"/>, for example as overlapping windows of a panel.</summary>
    /// <param name="a">Storage of A; each row is contiguous.</param>
    /// <param name="starts">Per row of C, where the row of A starts.</param>
    /// <param name="b">B, row-major (depth x columns).</param>
    /// <param name="c">Receives C, row-major (rows x columns); must not overlap the others.</param>
    /// <param name="depth">Columns of A and rows of B; 0 gives zeros.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <exception cref="ArgumentException">A span is too short, or a start outside <paramref name="a"/>.</exception>
    public static void MultiplyGathered(
        ReadOnlySpan<float> a, ReadOnlySpan<int> starts, ReadOnlySpan<float> b, Span<float> c, int depth, int columns)
        => MultiplyGathered(a, starts, b, c, depth, columns, SimdWidths.Best);

    /// <summary>C = A B.</summary>
    /// <param name="a">A, row-major (rows x depth).</param>
    /// <param name="b">B, row-major (depth x columns).</param>
    /// <param name="c">Receives C, row-major (rows x columns); must not overlap the others.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="depth">Columns of A and rows of B; 0 gives zeros.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
        => Multiply(a, b, c, rows, depth, columns, SimdWidths.Best);

    /// <summary>C = A^T B.</summary>
    /// <param name="a">A, row-major (depth x rows).</param>
    /// <param name="b">B, row-major (depth x columns).</param>
    /// <param name="c">Receives C, row-major (rows x columns); must not overlap the others.</param>
    /// <param name="rows">Columns of A and rows of C.</param>
    /// <param name="depth">Rows of A and B; 0 gives zeros.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public static void MultiplyTransposed(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
        => MultiplyTransposed(a, b, c, rows, depth, columns, SimdWidths.Best);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyGathered(
        ReadOnlySpan<float> a, ReadOnlySpan<int> starts, ReadOnlySpan<float> b, Span<float> c, int depth, int columns, SimdWidth width)
    {
        var last = a.Length - depth;
        foreach (var start in starts)
        {
            if ((uint)start > (uint)last || last < 0)
                throw new ArgumentException($"A row of {depth} values cannot start at {start} of {a.Length}.", nameof(starts));
        }

        Require(b.Length, depth, columns, "B");
        Require(c.Length, starts.Length, columns, "C");
        fixed (int* start = starts)
        fixed (float* left = a, right = b, product = c)
            Multiply(new LeftOperand(left, start, 0, 1, starts.Length), right, product, depth, columns, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns, SimdWidth width)
    {
        Require(a.Length, rows, depth, "A");
        Require(b.Length, depth, columns, "B");
        Require(c.Length, rows, columns, "C");
        fixed (float* left = a, right = b, product = c)
            Multiply(new LeftOperand(left, null, depth, 1, rows), right, product, depth, columns, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MultiplyTransposed(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns, SimdWidth width)
    {
        Require(a.Length, depth, rows, "A");
        Require(b.Length, depth, columns, "B");
        Require(c.Length, rows, columns, "C");
        fixed (float* left = a, right = b, product = c)
            Multiply(new LeftOperand(left, null, 1, rows, rows), right, product, depth, columns, width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(LeftOperand a, float* b, float* c, int depth, int columns, SimdWidth width)
    {
        if (a.Rows == 0)
            return;
        var j = 0;
        switch (width)
        {
            case SimdWidth.Vector512:
                j = TwoVectors<Simd512, Vector512<float>>(a, b, c, j, depth, columns);
                j = OneVector<Simd512, Vector512<float>>(a, b, c, j, depth, columns);
                goto case SimdWidth.Vector256;
            case SimdWidth.Vector256:
                j = TwoVectorsOfFourRows<Simd256, Vector256<float>>(a, b, c, j, depth, columns);
                j = OneVector<Simd256, Vector256<float>>(a, b, c, j, depth, columns);
                j = OneVector<Simd128, Vector128<float>>(a, b, c, j, depth, columns);
                break;
            case SimdWidth.Vector128:
                j = TwoVectorsOfFourRows<Simd128, Vector128<float>>(a, b, c, j, depth, columns);
                j = OneVector<Simd128, Vector128<float>>(a, b, c, j, depth, columns);
                break;
        }

        OneVector<SimdScalar, float>(a, b, c, j, depth, columns);
    }

    // Strips of columns outside, rows inside: one strip of B stays in the first-level cache while A passes by.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TwoVectors<TSimd, TVector>(LeftOperand a, float* b, float* c, int column, int depth, int columns)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var offsets = stackalloc nint[ProductTile.Rows];
        for (; column <= columns - 2 * TSimd.Width; column += 2 * TSimd.Width)
        {
            for (var i = 0; i < a.Rows; i += ProductTile.Rows)
                ProductTile.EightByTwo<TSimd, TVector>(
                    a.Tile(i, offsets), offsets, a.Step, b + column, columns, depth, c + column, a.Rows, i);
        }

        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TwoVectorsOfFourRows<TSimd, TVector>(LeftOperand a, float* b, float* c, int column, int depth, int columns)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var offsets = stackalloc nint[ProductTile.Rows];
        for (; column <= columns - 2 * TSimd.Width; column += 2 * TSimd.Width)
        {
            for (var i = 0; i < a.Rows; i += ProductTile.Rows / 2)
                ProductTile.FourByTwo<TSimd, TVector>(
                    a.Tile(i, offsets), offsets, a.Step, b + column, columns, depth, c + column, a.Rows, i);
        }

        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int OneVector<TSimd, TVector>(LeftOperand a, float* b, float* c, int column, int depth, int columns)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var offsets = stackalloc nint[ProductTile.Rows];
        for (; column <= columns - TSimd.Width; column += TSimd.Width)
        {
            for (var i = 0; i < a.Rows; i += ProductTile.Rows)
                ProductTile.EightByOne<TSimd, TVector>(
                    a.Tile(i, offsets), offsets, a.Step, b + column, columns, depth, c + column, a.Rows, i);
        }

        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Require(int found, int rows, int columns, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (found < (long)rows * columns)
            throw new ArgumentException($"{name} needs {rows} x {columns} values, found {found}.");
    }
}

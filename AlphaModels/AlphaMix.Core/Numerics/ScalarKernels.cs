namespace AlphaMix.Core.Numerics;

/// <summary>
/// The vector kernels as plain loops: the definition of their results and the oracle of their tests. Slow; shapes are not checked.
/// </summary>
public static class ScalarKernels
{
    /// <summary>
    /// C = A B, each element one chain of fused multiply-adds with k in order. <see cref="MatrixProduct"/> gives the same bits.
    /// </summary>
    /// <param name="a">Storage of A; row i starts at <paramref name="starts"/>[i] and is contiguous.</param>
    /// <param name="starts">Per row of C, where the row of A starts.</param>
    /// <param name="b">B, row-major (depth x columns).</param>
    /// <param name="c">Receives C, row-major (rows x columns).</param>
    /// <param name="depth">Columns of A and rows of B; 0 gives zeros.</param>
    /// <param name="columns">Columns of B and C.</param>
    public static void Multiply(
        ReadOnlySpan<float> a, ReadOnlySpan<int> starts, ReadOnlySpan<float> b, Span<float> c, int depth, int columns)
    {
        for (var i = 0; i < starts.Length; i++)
            for (var j = 0; j < columns; j++)
            {
                var sum = 0f;
                for (var k = 0; k < depth; k++)
                    sum = MathF.FusedMultiplyAdd(a[starts[i] + k], b[k * columns + j], sum);
                c[i * columns + j] = sum;
            }
    }

    /// <summary>C = A^T B with k in order. <see cref="MatrixProduct"/> gives the same bits.</summary>
    /// <param name="a">A, row-major (depth x rows).</param>
    /// <param name="b">B, row-major (depth x columns).</param>
    /// <param name="c">Receives C, row-major (rows x columns).</param>
    /// <param name="rows">Columns of A and rows of C.</param>
    /// <param name="depth">Rows of A and B.</param>
    /// <param name="columns">Columns of B and C.</param>
    public static void MultiplyTransposed(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
    {
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
            {
                var sum = 0f;
                for (var k = 0; k < depth; k++)
                    sum = MathF.FusedMultiplyAdd(a[k * rows + i], b[k * columns + j], sum);
                c[i * columns + j] = sum;
            }
    }

    /// <summary>
    /// The dot product in 16 virtual lanes: lane k mod 16 sums the products of its k in order, then lane i takes lane i + 8, i + 4,
    /// i + 2, i + 1. <see cref="LaneDot"/> gives the same bits.
    /// </summary>
    /// <param name="x">One vector.</param>
    /// <param name="y">The other, at least as long; what is longer is not read.</param>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Span<float> lanes = stackalloc float[16];
        lanes.Clear();
        for (var k = 0; k < x.Length; k++)
            lanes[k % 16] = MathF.FusedMultiplyAdd(x[k], y[k], lanes[k % 16]);
        for (var half = 8; half >= 1; half /= 2)
        {
            for (var i = 0; i < half; i++)
                lanes[i] += lanes[i + half];
        }

        return lanes[0];
    }
}

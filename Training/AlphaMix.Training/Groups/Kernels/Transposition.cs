using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaMix.Training.Groups.Kernels;

/// <summary>Turns a row-major matrix round. Nothing is computed: the same bits everywhere.</summary>
internal static unsafe class Transposition
{
    private const int Side = 4;
    private const int Line = 16;

    /// <summary>Writes a matrix transposed.</summary>
    /// <param name="source">The matrix (rows x columns).</param>
    /// <param name="target">Receives it as (columns x rows).</param>
    /// <param name="rows">Rows of <paramref name="source"/>.</param>
    /// <param name="columns">Columns of <paramref name="source"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ReadOnlySpan<float> source, Span<float> target, int rows, int columns)
    {
        Debug.Assert(source.Length >= rows * columns && target.Length >= rows * columns);
        fixed (float* from = source, to = target)
        {
            var (wholeRows, wholeColumns) = Sse.IsSupported ? (rows / Side * Side, columns / Side * Side) : (0, 0);
            for (var top = 0; top < wholeRows; top += Line)
                for (var left = 0; left < wholeColumns; left += Line)
                    Block(from, to, rows, columns, top, Math.Min(top + Line, wholeRows), left, Math.Min(left + Line, wholeColumns));
            OneByOne(from, to, rows, columns, 0, wholeColumns, columns);
            OneByOne(from, to, rows, columns, wholeRows, 0, wholeColumns);
        }
    }

    // From a row and a column on, up to a column.
    private static void OneByOne(float* from, float* to, int rows, int columns, int firstRow, int firstColumn, int endColumn)
    {
        for (var i = firstRow; i < rows; i++)
            for (var j = firstColumn; j < endColumn; j++)
                to[j * rows + i] = from[i * columns + j];
    }

    // As wide as a cache line both ways: down a whole column, lines would push each other out before their next floats are wanted.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(float* from, float* to, int rows, int columns, int top, int bottom, int left, int right)
    {
        for (var j = left; j < right; j += Side)
            for (var i = top; i < bottom; i += Side)
                Square(from + i * columns + j, columns, to + j * rows + i, rows);
    }

    // Four rows of four: pairs of floats first, then pairs of pairs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* from, int fromStride, float* to, int toStride)
    {
        Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + fromStride);
        Vector128<float> c = Vector128.Load(from + 2 * fromStride), d = Vector128.Load(from + 3 * fromStride);
        Vector128<float> abLow = Sse.UnpackLow(a, b), abHigh = Sse.UnpackHigh(a, b);
        Vector128<float> cdLow = Sse.UnpackLow(c, d), cdHigh = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(abLow, cdLow).Store(to);
        Sse.MoveHighToLow(cdLow, abLow).Store(to + toStride);
        Sse.MoveLowToHigh(abHigh, cdHigh).Store(to + 2 * toStride);
        Sse.MoveHighToLow(cdHigh, abHigh).Store(to + 3 * toStride);
    }
}

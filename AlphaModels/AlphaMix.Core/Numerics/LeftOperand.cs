using System.Runtime.CompilerServices;

namespace AlphaMix.Core.Numerics;

/// <summary>How a product finds its left matrix: element (i, k) is at row start i plus k steps.</summary>
/// <param name="values">Storage.</param>
/// <param name="starts">Per row, where it starts; null for rows <paramref name="rowStride"/> apart.</param>
/// <param name="rowStride">Distance of two rows: the depth, or 1 for a transposed matrix.</param>
/// <param name="step">Distance of two elements of a row: 1, or the number of rows for a transposed matrix.</param>
/// <param name="rows">Number of rows.</param>
internal readonly unsafe struct LeftOperand(float* values, int* starts, int rowStride, int step, int rows)
{
    private readonly float* _values = values;
    private readonly int* _starts = starts;
    private readonly int _rowStride = rowStride;

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Gets the distance of two elements of a row.</summary>
    public nint Step { get; } = step;

    /// <summary>
    /// Returns the address of a row and, relative to it, of the rows that share its tile; past the last row, the last again.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* Tile(int row, nint* offsets)
    {
        var first = Start(row);
        for (var i = 0; i < ProductTile.Rows; i++)
            offsets[i] = Start(Math.Min(row + i, Rows - 1)) - first;
        return _values + first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private nint Start(int row) => _starts != null ? _starts[row] : (nint)row * _rowStride;
}

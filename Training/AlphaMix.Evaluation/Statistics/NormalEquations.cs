namespace AlphaMix.Evaluation.Statistics;

/// <summary>Solves small symmetric systems by Cholesky's decomposition, again and again without allocating. Not thread-safe.</summary>
/// <param name="size">Number of unknowns.</param>
internal sealed class NormalEquations(int size)
{
    // Below this part of a diagonal element, what is left of it is rounding: the regressor follows from those before it.
    private const double LeastPivot = 1e-8;

    private readonly double[] _lower = new double[size * size];

    /// <summary>Gets the number of products of two regressors, each counted once.</summary>
    public static int Products(int size) => size * (size + 1) / 2;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="products">Its lower triangle, row by row.</param>
    /// <returns>Whether it is positive definite; if not, nothing can be solved.</returns>
    public bool TryDecompose(ReadOnlySpan<double> products)
    {
        for (var (row, cell) = (0, 0); row < size; row++)
        {
            for (var column = 0; column <= row; column++, cell++)
            {
                var left = products[cell];
                for (var k = 0; k < column; k++)
                    left -= _lower[row * size + k] * _lower[column * size + k];
                if (column < row)
                    _lower[row * size + column] = left / _lower[column * size + column];
                else if (left > LeastPivot * products[cell])
                    _lower[row * size + row] = Math.Sqrt(left);
                else
                    return false;
            }
        }

        return true;
    }

    /// <summary>Replaces a right-hand side by its solution.</summary>
    public void Solve(Span<double> values)
    {
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < row; k++)
                values[row] -= _lower[row * size + k] * values[k];
            values[row] /= _lower[row * size + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++)
                values[row] -= _lower[k * size + row] * values[k];
            values[row] /= _lower[row * size + row];
        }
    }
}

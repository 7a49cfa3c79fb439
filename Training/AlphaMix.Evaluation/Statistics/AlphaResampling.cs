namespace AlphaMix.Evaluation.Statistics;

/// <summary>
/// The regressions again on resampled days. All products are summed over each circular block of days beforehand, so that a resample adds
/// blocks, solves one small system, and allocates nothing. Not thread-safe.
/// </summary>
internal sealed class AlphaResampling
{
    private readonly NormalEquations _equations;
    private readonly double[] _blocks;
    private readonly double[] _rest;
    private readonly double[] _total;
    private readonly double[] _weights;
    private readonly double[] _coefficients;
    private readonly double[] _pairs;
    private readonly int _days;
    private readonly int _length;
    private readonly int _size;
    private readonly int _width;

    /// <summary>Initializes a new instance of the <see cref="AlphaResampling"/> class.</summary>
    /// <param name="columns">The regressors, a column of ones first.</param>
    /// <param name="portfolios">The portfolios' returns.</param>
    /// <param name="length">Days in a block.</param>
    public AlphaResampling(double[][] columns, double[][] portfolios, int length)
    {
        (_days, _size, _length) = (columns[0].Length, columns.Length, length);
        _equations = new NormalEquations(_size);
        _width = NormalEquations.Products(_size) + _size * portfolios.Length;
        var days = Products(columns, portfolios);
        (_blocks, _rest) = (Over(days, length), Over(days, _days % length));
        (_total, _pairs) = (new double[_width], new double[NormalEquations.Products(_size)]);
        (_weights, _coefficients) = (new double[_size], new double[_size]);
    }

    private int WholeBlocks => _days / _length;

    /// <summary>Measures how far a resample's alphas are from the data's, in the resample's own standard errors.</summary>
    /// <param name="starts">First day of each block, the cut one last.</param>
    /// <param name="alphas">The data's alphas.</param>
    /// <param name="t">
    /// Receives one value a portfolio; positive infinity where the resample's factors depend on each other or nothing is left: doubt is
    /// the safe side.
    /// </param>
    public void Resample(ReadOnlySpan<int> starts, double[] alphas, double[] t)
    {
        Array.Clear(_total);
        foreach (var start in starts[..WholeBlocks])
            Add(_blocks.AsSpan(start * _width, _width));
        if (starts.Length > WholeBlocks)
            Add(_rest.AsSpan(starts[^1] * _width, _width));
        if (!_equations.TryDecompose(_total))
        {
            Array.Fill(t, double.PositiveInfinity);
            return;
        }

        Array.Clear(_weights);
        _weights[0] = _days;
        _equations.Solve(_weights);
        for (var s = 0; s < t.Length; s++)
        {
            var first = NormalEquations.Products(_size) + s * _size;
            _total.AsSpan(first, _size).CopyTo(_coefficients);
            _equations.Solve(_coefficients);
            var value = (_coefficients[0] - alphas[s]) / Error(starts[..WholeBlocks], first);
            t[s] = double.IsFinite(value) ? value : double.PositiveInfinity;
        }
    }

    /// <summary>Returns the standard error of alpha from the sums of its influence function over the whole blocks.</summary>
    private double Error(ReadOnlySpan<int> starts, int first)
    {
        // The influence of a day is (w x)(y - x b): over a block, w (sum of x y) less the sum of w x x b.
        for (var (row, cell) = (0, 0); row < _size; row++)
        {
            for (var column = 0; column < row; column++, cell++)
                _pairs[cell] = _weights[row] * _coefficients[column] + _weights[column] * _coefficients[row];
            _pairs[cell++] = _weights[row] * _coefficients[row];
        }

        var squares = 0.0;
        foreach (var start in starts)
        {
            var block = _blocks.AsSpan(start * _width, _width);
            var sum = Dot(_weights, block[first..]) - Dot(_pairs, block);
            squares += sum * sum;
        }

        return Math.Sqrt(squares / starts.Length / _length / _days);
    }

    private void Add(ReadOnlySpan<double> block)
    {
        var total = _total;
        for (var i = 0; i < total.Length && i < block.Length; i++)
            total[i] += block[i];
    }

    // Four sums, since one waits for each addition before the next.
    private static double Dot(double[] left, ReadOnlySpan<double> right)
    {
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0);
        var i = 0;
        right = right[..left.Length];
        for (; i <= left.Length - 4; i += 4)
        {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
            third += left[i + 2] * right[i + 2];
            fourth += left[i + 3] * right[i + 3];
        }

        for (; i < left.Length; i++)
            first += left[i] * right[i];
        return first + second + (third + fourth);
    }

    private double[] Products(double[][] columns, double[][] portfolios)
    {
        var days = new double[_days * _width];
        var own = NormalEquations.Products(_size);
        for (var day = 0; day < _days; day++)
        {
            var row = days.AsSpan(day * _width, _width);
            FactorRegression.AddProducts(columns, day, row);
            for (var s = 0; s < portfolios.Length; s++)
            {
                for (var j = 0; j < _size; j++)
                    row[own + s * _size + j] = columns[j][day] * portfolios[s][day];
            }
        }

        return days;
    }

    private double[] Over(double[] days, int length)
    {
        var sums = new double[days.Length];
        for (var start = 0; start < _days; start++)
        {
            for (var offset = 0; offset < length; offset++)
            {
                var day = (start + offset) % _days;
                for (var i = 0; i < _width; i++)
                    sums[start * _width + i] += days[day * _width + i];
            }
        }

        return sums;
    }
}

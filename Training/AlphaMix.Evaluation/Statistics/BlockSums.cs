using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Statistics;

/// <summary>
/// A series wrapped into a circle, as sums over each of its blocks: a resample's mean, variance and standard error are sums of these.
/// </summary>
/// <remarks>A resample of n days is floor(n / length) whole blocks and, when n is not a multiple, one cut to the days that are
/// left.</remarks>
internal sealed class BlockSums
{
    private readonly double _mean;
    private readonly double _deviation;
    private readonly double[] _sum;
    private readonly double[] _squares;
    private readonly double[] _restSum;
    private readonly double[] _restSquares;

    public BlockSums(double[] values, int length)
    {
        (Days, Length) = (values.Length, length);
        var moments = Moments.Compute(values);
        (_mean, _deviation) = (moments.Mean, moments.Deviation);
        (_sum, _squares) = Over(values, length);
        (_restSum, _restSquares) = Over(values, Days % length);
    }

    public int Days { get; }

    public int Length { get; }

    /// <summary>Gets the number of whole blocks in a resample.</summary>
    public int WholeBlocks => Days / Length;

    /// <summary>Returns the moments of a resample.</summary>
    /// <param name="starts">First day of each block, the cut one last.</param>
    public ResampleMoments Resample(ReadOnlySpan<int> starts)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var start in starts[..WholeBlocks])
        {
            sum += _sum[start];
            squares += _squares[start];
        }

        if (starts.Length > WholeBlocks)
        {
            sum += _restSum[starts[^1]];
            squares += _restSquares[starts[^1]];
        }

        var mean = sum / Days;
        return new ResampleMoments(mean, Math.Sqrt(Math.Max(squares / Days - mean * mean, 0)));
    }

    /// <summary>Returns the Sharpe ratio of what has these moments.</summary>
    public double Sharpe(ResampleMoments at) => (_mean / _deviation + at.Mean) / at.Deviation;

    /// <summary>
    /// Returns the sum over the whole block at <paramref name="start"/> of the Sharpe ratio's influence function
    /// <c>z - SR / 2 (z^2 - 1)</c>, z the values standardised by the moments given.
    /// </summary>
    public double Influence(int start, ResampleMoments at)
    {
        var (sum, squares) = (_sum[start], _squares[start]);
        var squaresAbout = squares - 2 * at.Mean * sum + Length * at.Mean * at.Mean;
        return (sum - Length * at.Mean) / at.Deviation - Sharpe(at) / 2 * (squaresAbout / (at.Deviation * at.Deviation) - Length);
    }

    private (double[] Sum, double[] Squares) Over(double[] values, int length)
    {
        var (sums, squares) = (new double[Days], new double[Days]);
        for (var start = 0; start < Days; start++)
        {
            for (var offset = 0; offset < length; offset++)
            {
                var z = (values[(start + offset) % Days] - _mean) / _deviation;
                sums[start] += z;
                squares[start] += z * z;
            }
        }

        return (sums, squares);
    }
}

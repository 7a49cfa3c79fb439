namespace AlphaMix.Evaluation.Statistics;

/// <summary>Count, sum and sum of squares of one block of days, so that any union of blocks has its Sharpe ratio by addition.</summary>
internal readonly record struct BlockMoments(int Count, double Sum, double Squares)
{
    /// <summary>Cuts a series into consecutive blocks whose lengths differ by at most one.</summary>
    public static BlockMoments[] Split(double[] values, int blocks)
    {
        var parts = new BlockMoments[blocks];
        for (var b = 0; b < blocks; b++)
        {
            var part = values.AsSpan((int)((long)b * values.Length / blocks)..(int)((b + 1L) * values.Length / blocks));
            var (sum, squares) = (0.0, 0.0);
            foreach (var value in part)
            {
                sum += value;
                squares += value * value;
            }

            parts[b] = new BlockMoments(part.Length, sum, squares);
        }

        return parts;
    }

    /// <summary>Returns the Sharpe ratio per day of the blocks whose bits are set; minus infinity without variation.</summary>
    public static double Sharpe(BlockMoments[] parts, uint chosen)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var b = 0; b < parts.Length; b++)
        {
            if ((chosen >> b & 1) == 0)
                continue;
            count += parts[b].Count;
            sum += parts[b].Sum;
            squares += parts[b].Squares;
        }

        // Below a trillionth of the mean square, what is left of the variance is rounding.
        var (mean, meanSquare) = (sum / count, squares / count);
        var variance = meanSquare - mean * mean;
        return variance > 1e-12 * meanSquare ? mean / Math.Sqrt(variance) : double.NegativeInfinity;
    }
}

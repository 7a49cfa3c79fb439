using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Features.Residuals;

/// <summary>
/// Turns the values of one day into Gaussian scores by their ranks, so that no outlier counts for more than its rank. Not thread-safe.
/// </summary>
internal sealed class GaussianRanks
{
    private int[] _order = [];

    /// <summary>
    /// Replaces each value by the standard normal quantile of (rank - 1/2) / n, n being the number of known values; equal values share
    /// their mean rank.
    /// </summary>
    /// <param name="values">Values of one day; NaN, a missing one, becomes 0, the middle.</param>
    public void Transform(Span<double> values)
    {
        if (_order.Length < values.Length)
            _order = new int[values.Length];
        var known = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
                values[i] = 0;
            else
                _order[known++] = i;
        }

        Sort(values, known);
        for (var first = 0; first < known;)
        {
            var end = first + 1;
            while (end < known && values[_order[end]] == values[_order[first]])
                end++;
            var score = NormalQuantile.Compute((first + end) / (2.0 * known));
            for (; first < end; first++)
                values[_order[first]] = score;
        }
    }

    private void Sort(Span<double> values, int known)
    {
        // Keys are copied: they are overwritten in place afterwards. Ties get one score, so their order does not matter.
        var keys = known <= 1024 ? stackalloc double[known] : new double[known];
        for (var i = 0; i < known; i++)
            keys[i] = values[_order[i]];
        keys.Sort(_order.AsSpan(0, known));
    }
}

namespace AlphaMix.Core.Features;

/// <summary>Mean and standard deviation of each feature over the training span.</summary>
/// <param name="Mean">Means, shape <c>(features)</c>.</param>
/// <param name="Deviation">
/// Standard deviations (ddof 0), shape <c>(features)</c>; 0 for a feature that never varied, which then scales to 0.
/// </param>
public sealed record FeatureMoments(float[] Mean, float[] Deviation)
{
    /// <summary>Computes the moments of rows, in double precision, in two passes.</summary>
    /// <param name="segments">
    /// Unscaled rows in pieces, each of shape <c>(n x features)</c>, finite; at least one row in all, else the moments are NaN.
    /// </param>
    /// <param name="features">Features in a row (F).</param>
    public static FeatureMoments Compute(IReadOnlyList<ReadOnlyMemory<float>> segments, int features)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var n = segments.Sum(segment => (long)segment.Length) / features;
        var mean = new double[features];
        var square = new double[features];
        foreach (var segment in segments)
            AddRows(segment.Span, mean);
        for (var f = 0; f < features; f++)
            mean[f] /= n;
        foreach (var segment in segments)
            AddSquares(segment.Span, mean, square);
        return new FeatureMoments(
            Array.ConvertAll(mean, value => (float)value),
            Array.ConvertAll(square, value => (float)Math.Sqrt(value / n)));
    }

    /// <summary>Scales one row to z-scores in place: <c>(value - mean) / deviation</c>, 0 where the deviation is 0.</summary>
    /// <param name="row">The row, shape <c>(features)</c>.</param>
    public void Scale(Span<float> row)
    {
        for (var f = 0; f < row.Length; f++)
            row[f] = Deviation[f] > 0 ? (row[f] - Mean[f]) / Deviation[f] : 0;
    }

    private static void AddRows(ReadOnlySpan<float> rows, double[] sum)
    {
        for (var i = 0; i < rows.Length; i += sum.Length)
            for (var f = 0; f < sum.Length; f++)
                sum[f] += rows[i + f];
    }

    private static void AddSquares(ReadOnlySpan<float> rows, double[] mean, double[] square)
    {
        for (var i = 0; i < rows.Length; i += mean.Length)
            for (var f = 0; f < mean.Length; f++)
                square[f] += (rows[i + f] - mean[f]) * (rows[i + f] - mean[f]);
    }
}

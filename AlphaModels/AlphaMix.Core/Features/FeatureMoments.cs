namespace AlphaMix.Core.Features;

/// <summary>Mean and standard deviation of each feature.</summary>
/// <param name="Mean">Means, one a feature.</param>
/// <param name="Deviation">Standard deviations (ddof 0), one a feature; 0 for a feature that never varied, which then scales to 0.</param>
public sealed record FeatureMoments(float[] Mean, float[] Deviation)
{
    /// <summary>Computes the moments of rows, in double precision, in two passes.</summary>
    /// <param name="segments">Pieces of whole rows, each (n x <paramref name="features"/>); at least one row in all.</param>
    /// <param name="features">Features in a row.</param>
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

    /// <summary>Turns one row into z-scores, in place.</summary>
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

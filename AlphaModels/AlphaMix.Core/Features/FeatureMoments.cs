namespace AlphaMix.Core.Features;

/// <summary>Mean and standard deviation of each feature.</summary>
/// <param name="Mean">Means, one a feature.</param>
/// <param name="Deviation">Standard deviations (ddof 0), one a feature; 0 for a feature that never varied, which then scales to 0.</param>
public sealed record FeatureMoments(float[] Mean, float[] Deviation)
{
    /// <summary>Computes the moments of rows, in double precision, in two passes.</summary>
    /// <param name="rows">Shape (n x <paramref name="features"/>).</param>
    /// <param name="features">Features in a row.</param>
    public static FeatureMoments Of(float[] rows, int features) => Of([rows.AsMemory()], features);

    /// <summary>Computes the moments of rows that lie in several pieces, with the bits they have in one piece.</summary>
    /// <param name="pieces">Each of shape (n x <paramref name="features"/>); at least one row in all.</param>
    /// <param name="features">Features in a row.</param>
    public static FeatureMoments Of(IReadOnlyCollection<ReadOnlyMemory<float>> pieces, int features)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var n = pieces.Sum(piece => (long)piece.Length) / features;
        var mean = new double[features];
        var square = new double[features];
        foreach (var piece in pieces)
            AddTo(mean, piece.Span);
        for (var f = 0; f < features; f++)
            mean[f] /= n;
        foreach (var piece in pieces)
            AddSquaresTo(square, piece.Span, mean);
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

    private static void AddTo(double[] sums, ReadOnlySpan<float> rows)
    {
        for (var i = 0; i < rows.Length; i += sums.Length)
            for (var f = 0; f < sums.Length; f++)
                sums[f] += rows[i + f];
    }

    private static void AddSquaresTo(double[] sums, ReadOnlySpan<float> rows, double[] mean)
    {
        for (var i = 0; i < rows.Length; i += sums.Length)
            for (var f = 0; f < sums.Length; f++)
                sums[f] += (rows[i + f] - mean[f]) * (rows[i + f] - mean[f]);
    }
}

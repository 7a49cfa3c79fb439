namespace AlphaMix.Core.Features;

/// <summary>Mean and standard deviation of each feature.</summary>
/// <param name="Mean">Means, one a feature.</param>
/// <param name="Deviation">Standard deviations (ddof 0), one a feature; 0 for a feature that never varied, which then scales to 0.</param>
public sealed record FeatureMoments(float[] Mean, float[] Deviation)
{
    /// <summary>Computes the moments of rows, in double precision, in two passes.</summary>
    /// <param name="rows">Shape (n x <paramref name="features"/>).</param>
    /// <param name="features">Features in a row.</param>
    public static FeatureMoments Of(ReadOnlySpan<float> rows, int features)
    {
        var n = rows.Length / features;
        var mean = new double[features];
        var square = new double[features];
        for (var i = 0; i < rows.Length; i += features)
            for (var f = 0; f < features; f++)
                mean[f] += rows[i + f];
        for (var f = 0; f < features; f++)
            mean[f] /= n;
        for (var i = 0; i < rows.Length; i += features)
            for (var f = 0; f < features; f++)
                square[f] += (rows[i + f] - mean[f]) * (rows[i + f] - mean[f]);
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
}

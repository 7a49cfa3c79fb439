namespace AlphaMix.Core.Features;

/// <summary>
/// Z-scores over the instruments of one bar time, <c>(value - mean) / deviation</c> with ddof 0. Nothing is fitted, so nothing can leak. A
/// feature that is the same for all instruments, or has one alone, becomes 0.
/// </summary>
public sealed class CrossSectionalScaler : Scaler
{
    /// <inheritdoc/>
    public override ScalerKind Kind => ScalerKind.CrossSectional;

    /// <inheritdoc/>
    public override void Scale(IReadOnlyList<string> instruments, Span<float> rows)
    {
        if (instruments.Count == 0)
            return;
        var features = rows.Length / instruments.Count;
        for (var f = 0; f < features; f++)
            ScaleColumn(rows, f, features, instruments.Count);
    }

    private static void ScaleColumn(Span<float> rows, int column, int stride, int count)
    {
        double mean = 0, square = 0;
        for (var i = column; i < rows.Length; i += stride)
            mean += rows[i];
        mean /= count;
        for (var i = column; i < rows.Length; i += stride)
            square += (rows[i] - mean) * (rows[i] - mean);
        var deviation = Math.Sqrt(square / count);
        for (var i = column; i < rows.Length; i += stride)
            rows[i] = deviation > 0 ? (float)((rows[i] - mean) / deviation) : 0;
    }
}

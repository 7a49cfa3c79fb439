namespace AlphaMix.Core.Features;

/// <summary>
/// Z-scores by one mean and deviation a feature over all instruments, fitted on the training span: also for instruments never seen.
/// </summary>
/// <param name="moments">Moments of the training span.</param>
public sealed class PooledScaler(FeatureMoments moments) : Scaler
{
    /// <summary>Gets the moments of the training span.</summary>
    public FeatureMoments Moments { get; } = moments;

    /// <inheritdoc/>
    public override ScalerKind Kind => ScalerKind.Pooled;

    /// <inheritdoc/>
    public override void Scale(IReadOnlyList<string> instruments, Span<float> rows)
    {
        var features = Moments.Mean.Length;
        for (var i = 0; i < rows.Length; i += features)
            Moments.Scale(rows.Slice(i, features));
    }
}

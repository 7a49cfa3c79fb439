namespace AlphaMix.Core.Features;

/// <summary>
/// Z-scores by one mean and deviation a feature and instrument, fitted on the training span, as in the authors' code. An instrument that
/// was not trained on cannot be scaled.
/// </summary>
/// <param name="moments">Moments of the training span, by instrument, in ordinal order.</param>
public sealed class PerInstrumentScaler(IReadOnlyDictionary<string, FeatureMoments> moments) : Scaler
{
    /// <summary>Gets the moments of the training span, by permtick.</summary>
    public IReadOnlyDictionary<string, FeatureMoments> Moments { get; } = moments;

    /// <inheritdoc/>
    public override ScalerKind Kind => ScalerKind.PerInstrument;

    /// <inheritdoc/>
    public override bool Knows(string instrument) => Moments.ContainsKey(instrument);

    /// <inheritdoc/>
    public override void Scale(IReadOnlyList<string> instruments, Span<float> rows)
    {
        if (instruments.Count == 0)
            return;
        var features = rows.Length / instruments.Count;
        for (var i = 0; i < instruments.Count; i++)
            Moments[instruments[i]].Scale(rows.Slice(i * features, features));
    }
}

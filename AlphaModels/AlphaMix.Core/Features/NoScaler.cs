namespace AlphaMix.Core.Features;

/// <summary>Leaves rows as they are: for features that are standardised already, such as the residual ones.</summary>
public sealed class NoScaler : Scaler
{
    /// <inheritdoc/>
    public override ScalerKind Kind => ScalerKind.None;

    /// <inheritdoc/>
    public override void Scale(IReadOnlyList<string> instruments, Span<float> rows)
    {
    }
}

namespace AlphaMix.Core.Features;

/// <summary>Leaves rows as they are.</summary>
public sealed class NoScaler : Scaler
{
    /// <inheritdoc/>
    public override ScalerKind Kind => ScalerKind.None;

    /// <inheritdoc/>
    public override void Scale(IReadOnlyList<string> instruments, Span<float> rows)
    {
    }
}

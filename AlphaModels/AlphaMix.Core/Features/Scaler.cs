namespace AlphaMix.Core.Features;

/// <summary>
/// Brings rows to z-scores. What is fitted is fitted on the training span alone (see <see cref="ScalerKind"/>). Immutable, safe to share.
/// </summary>
public abstract class Scaler
{
    /// <summary>Gets the kind.</summary>
    public abstract ScalerKind Kind { get; }

    /// <summary>Says whether rows of <paramref name="instrument"/> can be scaled.</summary>
    public virtual bool Knows(string instrument) => true;

    /// <summary>Scales the rows of one bar time in place.</summary>
    /// <param name="instruments">The instruments with a row, all known, in ordinal order.</param>
    /// <param name="rows">Their rows, shape (instruments x features).</param>
    public abstract void Scale(IReadOnlyList<string> instruments, Span<float> rows);
}

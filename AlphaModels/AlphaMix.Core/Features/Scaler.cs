namespace AlphaMix.Core.Features;

/// <summary>
/// Scales feature rows to z-scores. Moments are fitted on the training span alone (see <see cref="ScalerKind"/>), so that no later price
/// enters a row. Immutable and safe to share between threads.
/// </summary>
public abstract class Scaler
{
    /// <summary>Gets the kind, as the artifact stores it.</summary>
    public abstract ScalerKind Kind { get; }

    /// <summary>Returns whether rows of an instrument can be scaled; always, but for <see cref="PerInstrumentScaler"/>.</summary>
    /// <param name="instrument">Its permtick.</param>
    public virtual bool Knows(string instrument) => true;

    /// <summary>Scales the rows of one bar time in place.</summary>
    /// <param name="instruments">Permticks of the instruments with a row at that time, all known, in ordinal order.</param>
    /// <param name="rows">Their rows in that order, shape <c>(instruments x features)</c>, finite.</param>
    /// <exception cref="KeyNotFoundException">A per-instrument scaler does not know an instrument.</exception>
    public abstract void Scale(IReadOnlyList<string> instruments, Span<float> rows);
}

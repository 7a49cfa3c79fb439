namespace AlphaMix.Core.Features;

/// <summary>The last scaled rows of one instrument in one piece, so that its window is a slice. Not thread-safe.</summary>
/// <param name="spec">Row size and window length.</param>
public sealed class WindowRing(FeatureSpec spec)
{
    private readonly float[] _mirror = new float[2 * spec.InputSize];
    private int _next;
    private int _count;

    /// <summary>Gets a value indicating whether <see cref="FeatureSpec.Window"/> rows were added.</summary>
    public bool IsFull => _count == spec.Window;

    /// <summary>
    /// Gets the window, shape <c>(T x F)</c>, time-major, oldest row first; meaningful when <see cref="IsFull"/>, valid until the next row.
    /// </summary>
    public ReadOnlySpan<float> Window => _mirror.AsSpan(_next * spec.RowSize, spec.InputSize);

    /// <summary>Appends a scaled row, shape <c>(F)</c>; a full window drops its oldest.</summary>
    public void Add(ReadOnlySpan<float> row)
    {
        row.CopyTo(_mirror.AsSpan(_next * spec.RowSize));
        row.CopyTo(_mirror.AsSpan((_next + spec.Window) * spec.RowSize));
        _next = (_next + 1) % spec.Window;
        _count = Math.Min(_count + 1, spec.Window);
    }
}

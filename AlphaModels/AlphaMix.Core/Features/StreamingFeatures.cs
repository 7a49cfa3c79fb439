namespace AlphaMix.Core.Features;

/// <summary>
/// Computes the rows of one instrument bar by bar, with the code and the bits of <see cref="FeatureRow"/> over a whole series. Keeps the
/// last <see cref="FeatureSpec.Lookback"/> bars. Not thread-safe.
/// </summary>
/// <param name="spec">The features; none may depend on other instruments.</param>
public sealed class StreamingFeatures(FeatureSpec spec)
{
    private readonly int _lookback = spec.Lookback;
    // Every bar is written twice, a look-back apart, so that the last bars always lie in one piece.
    private readonly Bar[] _mirror = new Bar[2 * spec.Lookback];
    private int _next;
    private long _count;

    /// <summary>Gets a value indicating whether enough bars were seen for a row.</summary>
    public bool IsReady => _count >= _lookback;

    /// <summary>Gets the time of the last bar taken; default before the first.</summary>
    public DateTime LastTime { get; private set; }

    /// <summary>Adds the next usable bar and computes its row.</summary>
    /// <param name="bar">A usable bar, later than the last.</param>
    /// <param name="row">Receives <see cref="FeatureSpec.RowSize"/> unscaled values when the result is true; else unchanged.</param>
    /// <returns>Whether there is a row: false until <see cref="FeatureSpec.Lookback"/> bars were seen.</returns>
    /// <exception cref="ArgumentException">The bar is not usable or not later than the last.</exception>
    public bool Add(in Bar bar, Span<float> row)
    {
        if (!bar.IsUsable)
            throw new ArgumentException(
                $"The bar of {bar.Time:yyyy-MM-dd HH:mm} is not usable: no volume, or unsound prices.", nameof(bar));
        if (_count > 0 && bar.Time <= LastTime)
            throw new ArgumentException(
                $"Bars must be in ascending order of time, found {bar.Time:yyyy-MM-dd HH:mm} after {LastTime:yyyy-MM-dd HH:mm}.",
                nameof(bar));
        LastTime = bar.Time;
        _mirror[_next] = bar;
        _mirror[_next + _lookback] = bar;
        _next = (_next + 1) % _lookback;
        _count++;
        if (!IsReady)
            return false;
        FeatureRow.Compute(spec, _mirror.AsSpan(_next, _lookback), row);
        return true;
    }
}

using AlphaMix.Core.Features;
using AlphaMix.Core.Features.Residuals;

namespace AlphaMix.Core.Signals;

/// <summary>
/// The window of one instrument, updated bar by bar. <see cref="SignalGenerator.Track"/> creates it; not thread-safe.
/// </summary>
public sealed class InstrumentWindow
{
    private readonly FeatureSpec _spec;
    private readonly float[] _row;
    private StreamingFeatures _features;
    private WindowRing _window;

    internal InstrumentWindow(string instrument, FeatureSpec spec, ResidualColumn? residuals)
    {
        Instrument = instrument;
        Residuals = residuals;
        _spec = spec;
        _row = new float[spec.RowSize];
        _features = new StreamingFeatures(spec);
        _window = new WindowRing(spec);
    }

    /// <summary>Gets the instrument's permtick.</summary>
    public string Instrument { get; }

    /// <summary>Gets the start of the last usable bar in the exchange's local time; default before the first.</summary>
    public DateTime LastTime { get; private set; }

    /// <summary>Gets a value indicating whether the window is full, so that the instrument can be scored.</summary>
    public bool IsReady => _window.IsFull;

    /// <summary>Gets or sets the instrument's part of the cross-section; null for features that an instrument has on its own.</summary>
    internal ResidualColumn? Residuals { get; set; }

    /// <summary>Gets the window: scaled rows, time-major, oldest first; meaningful when <see cref="IsReady"/>.</summary>
    internal ReadOnlySpan<float> Rows => _window.Window;

    /// <summary>Gets the row of the bar taken last, not yet scaled.</summary>
    internal ReadOnlySpan<float> Row => Residuals is null ? _row : Residuals.Row;

    /// <summary>Gets a value indicating whether a row waits to be scaled.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>Adds a usable bar later than the last.</summary>
    /// <returns>Whether there is a row, or may be one when the bar time is closed.</returns>
    internal bool Take(in Bar bar)
    {
        LastTime = bar.Time;
        if (Residuals is null)
            return IsOpen = _features.Add(bar, _row);
        ResidualCrossSection.Offer(Residuals, bar.Close);
        return IsOpen = true;
    }

    internal void Append(ReadOnlySpan<float> scaled)
    {
        _window.Add(scaled);
        IsOpen = false;
    }

    /// <summary>Empties the window after a day without a row: rows before and after it are not consecutive.</summary>
    internal void Break()
    {
        _window = new WindowRing(_spec);
        IsOpen = false;
    }

    internal void Restart()
    {
        _features = new StreamingFeatures(_spec);
        LastTime = default;
        Break();
    }
}

namespace AlphaMix.Core.Features;

/// <summary>
/// The bars of one instrument, oldest first, usable or not; days without a bar are missing. Immutable; safe to share between threads.
/// </summary>
public sealed class BarSeries
{
    private readonly Bar[] _bars;

    /// <summary>Initializes a new instance of the <see cref="BarSeries"/> class.</summary>
    /// <param name="instrument">The instrument's permtick in upper case (LEAN's <c>symbol.ID.Symbol</c>), such as <c>BRK.A</c>.</param>
    /// <param name="resolution">Length of one bar.</param>
    /// <param name="bars">Bars in strictly ascending order of time; kept, not copied.</param>
    /// <exception cref="ArgumentException">The name is blank, or a bar is not later than the one before it.</exception>
    public BarSeries(string instrument, BarResolution resolution, Bar[] bars)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        ArgumentNullException.ThrowIfNull(bars);
        for (var i = 1; i < bars.Length; i++)
        {
            if (bars[i].Time <= bars[i - 1].Time)
                throw new ArgumentException(
                    $"{instrument}: bars must be in ascending order of time, found {bars[i].Time:yyyy-MM-dd HH:mm} after "
                        + $"{bars[i - 1].Time:yyyy-MM-dd HH:mm}.",
                    nameof(bars));
        }

        Instrument = instrument;
        Resolution = resolution;
        _bars = bars;
    }

    /// <summary>Gets the instrument's permtick.</summary>
    public string Instrument { get; }

    /// <summary>Gets the length of one bar.</summary>
    public BarResolution Resolution { get; }

    /// <summary>Gets the bars, oldest first.</summary>
    public ReadOnlySpan<Bar> Bars => _bars;

    /// <summary>Gets the number of bars.</summary>
    public int Count => _bars.Length;

    /// <summary>
    /// Returns the bars that may enter a feature, a label or a trade (<see cref="Bar.IsUsable"/>): with volume and sound prices.
    /// </summary>
    /// <returns>A series without the others; this one when every bar is usable.</returns>
    public BarSeries Usable() =>
        Array.TrueForAll(_bars, bar => bar.IsUsable)
            ? this
            : new BarSeries(Instrument, Resolution, Array.FindAll(_bars, bar => bar.IsUsable));

    /// <summary>Returns the bars before a day, for a run that must not see later ones.</summary>
    /// <param name="day">The first day left out, in the exchange's local time.</param>
    /// <returns>A series of the earlier bars; this one when all are earlier.</returns>
    public BarSeries Before(DateOnly day)
    {
        var count = _bars.Length;
        while (count > 0 && _bars[count - 1].Day >= day)
            count--;
        return count == _bars.Length ? this : new BarSeries(Instrument, Resolution, _bars[..count]);
    }
}

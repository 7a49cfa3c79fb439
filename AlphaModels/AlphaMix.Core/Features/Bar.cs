namespace AlphaMix.Core.Features;

/// <summary>One price bar of one instrument, fully adjusted as LEAN's <c>DataNormalizationMode.Adjusted</c> does.</summary>
/// <param name="Time">Start of the bar in the exchange's local time, as LEAN's files carry it.</param>
/// <param name="Open">Adjusted opening price: raw price times <paramref name="PriceFactor"/> times <paramref name="SplitFactor"/>.</param>
/// <param name="High">Adjusted highest price.</param>
/// <param name="Low">Adjusted lowest price.</param>
/// <param name="Close">Adjusted closing price.</param>
/// <param name="Volume">Shares traded, as printed in the file (raw, not adjusted).</param>
/// <param name="PriceFactor">Dividend factor in (0, 1]; 1 after the last dividend.</param>
/// <param name="SplitFactor">Split factor, positive; 1 after the last split.</param>
public readonly record struct Bar(
    DateTime Time,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double PriceFactor = 1,
    double SplitFactor = 1)
{
    /// <summary>Gets the trading day: the date of <see cref="Time"/>, in the exchange's local time.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Time);

    /// <summary>Gets the close adjusted for splits alone, the paper's <c>close</c>.</summary>
    public double SplitAdjustedClose => Close / PriceFactor;

    /// <summary>Returns the close that a feature reads: fully adjusted, or adjusted for splits alone.</summary>
    /// <param name="source">The prices of the feature.</param>
    public double CloseOf(PriceSource source) => source == PriceSource.Adjusted ? Close : SplitAdjustedClose;

    /// <summary>Gets the factor by which a price as it was traded becomes an adjusted one.</summary>
    public double Scale => PriceFactor * SplitFactor;

    /// <summary>
    /// Gets a value indicating whether the bar may enter a feature, a label or a trade: it traded, and its prices are finite, positive and
    /// consistent.
    /// </summary>
    public bool IsUsable => Volume > 0 && HasSoundPrices;

    /// <summary>
    /// Gets a value indicating whether all prices are finite, positive and ordered (low at most open and close, high at least both).
    /// </summary>
    public bool HasSoundPrices =>
        double.IsFinite(Open) && double.IsFinite(High) && double.IsFinite(Low) && double.IsFinite(Close)
        && Low > 0 && Low <= Open && Low <= Close && High >= Open && High >= Close;
}

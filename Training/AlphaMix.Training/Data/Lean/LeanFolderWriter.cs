using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Lean;

/// <summary>Writes equities of a market as LEAN reads them. Each file is written whole or not at all; the same prices give the same bytes.</summary>
/// <remarks>
/// The data folder, its subfolders and LEAN's databases are created when missing; other instruments' files are left alone. Different
/// instruments may be written by different threads.
/// </remarks>
internal sealed class LeanFolderWriter
{
    private readonly LeanPaths _paths;

    /// <summary>Initializes a new instance of the <see cref="LeanFolderWriter"/> class.</summary>
    /// <param name="root">The data folder.</param>
    /// <param name="market">LEAN's name of the market.</param>
    /// <param name="report">Receives a warning where LEAN's databases do not have the market.</param>
    public LeanFolderWriter(string root, string market = LeanMarkets.UnitedStates, IntegrityReport? report = null)
    {
        _paths = new LeanPaths(root, market);
        LeanDatabases.AddMissing(root);
        foreach (var file in LeanDatabases.AddMarket(root, market))
            report?.Add(
                file, 0, IntegritySeverity.Warning,
                $"found no equities of the market {market}, without which LEAN cannot trade it; training does not need them (docs/data.md).");
    }

    /// <summary>Writes the bars of one instrument under its name.</summary>
    /// <param name="raw">Raw prices, as traded, in dollars; rounded to a hundredth of a cent. At least one bar.</param>
    /// <exception cref="ArgumentException">A bar carries factors other than 1, so its prices are not raw, or there is no bar.</exception>
    public void WriteBars(BarSeries raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (raw.Count == 0)
            throw new ArgumentException($"{raw.Instrument}: expected at least one bar, found none.", nameof(raw));
        foreach (ref readonly var bar in raw.Bars)
        {
            if (bar.PriceFactor != 1 || bar.SplitFactor != 1)
                throw new ArgumentException(
                    $"{raw.Instrument}: expected raw prices, found factors {bar.PriceFactor} and {bar.SplitFactor} on "
                        + $"{bar.Day:yyyy-MM-dd}.", nameof(raw));
        }

        LeanBarFile.Write(_paths.Zip(raw.Instrument, raw.Resolution), raw.Instrument.ToLowerInvariant(), raw.Bars);
    }

    /// <summary>Writes bars, factors and tickers of one instrument.</summary>
    /// <param name="raw">Raw prices, as traded, in dollars.</param>
    /// <param name="factors">Dividend and split factors; the rows at the first bar and at the end of time that LEAN asks for are added when
    /// missing.</param>
    /// <param name="map">Tickers, or <see langword="null"/> for one ticker from the first bar on.</param>
    public void Write(BarSeries raw, FactorFile factors, MapFile? map = null)
    {
        ArgumentNullException.ThrowIfNull(factors);
        WriteBars(raw);
        map ??= SingleTicker(raw.Instrument, raw.Bars[0].Day);
        factors.Bounded(raw.Bars[0].Day).Write(_paths.Factors(map.Permtick));
        map.Write(_paths.Map(map.Permtick));
    }

    /// <summary>Returns the map file of an instrument that never changed its ticker and still trades.</summary>
    /// <param name="ticker">The ticker.</param>
    /// <param name="listed">First day of trading.</param>
    /// <param name="exchange">LEAN's exchange letter; empty when unknown.</param>
    public static MapFile SingleTicker(string ticker, DateOnly listed, string exchange = "") =>
        new(ticker, [new MapRow(listed, ticker, exchange), new MapRow(LeanText.EndOfTime, ticker, exchange)]);
}

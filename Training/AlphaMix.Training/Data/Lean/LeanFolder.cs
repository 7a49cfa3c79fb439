using System.Globalization;
using System.Runtime.InteropServices;
using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Lean;

/// <summary>
/// Reads the equities of a LEAN data folder's market, adjusted and mapped as LEAN does. Immutable; safe to share between threads.
/// </summary>
/// <remarks>
/// An instrument is named by LEAN's <c>symbol.ID.Symbol</c>, its first ticker: Google's class A is <c>GOOG</c> whatever it trades as today.
/// Bars lie under the ticker of their day; a map file says which. Should two instruments have the same first ticker, the one
/// that traded last keeps it and the other is named by its map file (<c>FB.1</c>). Factor files are found by the map file's name.
/// </remarks>
internal sealed class LeanFolder : IPriceFolder
{
    private readonly LeanPaths _paths;
    private readonly Lazy<Dictionary<string, MapFile?>> _instruments;

    /// <summary>Initializes a new instance of the <see cref="LeanFolder"/> class.</summary>
    /// <param name="root">The data folder: the one that holds <c>equity/usa</c>, or another market (<see cref="LeanMarkets.Of"/>).</param>
    /// <exception cref="DataException">The folder does not exist, holds no daily and no hourly bars, or several markets.</exception>
    public LeanFolder(string root)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = root;
        _paths = new LeanPaths(root, LeanMarkets.Of(root));
        if (!Directory.Exists(root))
            throw new DataException($"{root}: the folder does not exist; expected a LEAN data folder, the one that holds equity/usa.");
        if (Tickers(BarResolution.Daily).Count + Tickers(BarResolution.Hour).Count == 0)
            throw new DataException(
                $"{root}: found no instruments, expected zip files in {_paths.Relative(BarResolution.Daily)} or "
                    + $"{_paths.Relative(BarResolution.Hour)}; import or simulate data first.");
        _instruments = new Lazy<Dictionary<string, MapFile?>>(FindInstruments);
    }

    /// <inheritdoc/>
    public string Root { get; }

    /// <summary>Returns whether a folder looks like a LEAN data folder.</summary>
    /// <param name="root">Any path.</param>
    public static bool Fits(string root) => LeanMarkets.In(root).Count > 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Instruments(BarResolution resolution)
    {
        var tickers = Tickers(resolution);
        return
        [
            .. _instruments.Value
                .Where(pair => pair.Value is null ? tickers.Contains(pair.Key) : pair.Value.Rows.Any(row => tickers.Contains(row.Ticker)))
                .Select(pair => pair.Key)
                .Order(StringComparer.Ordinal)
        ];
    }

    /// <inheritdoc/>
    public string? FindByTicker(string ticker) => _instruments.Value
        .Where(pair => pair.Value?.Rows[^1].Ticker == ticker)
        .OrderByDescending(pair => pair.Value!.LastDay)
        .Select(pair => pair.Key)
        .FirstOrDefault();

    /// <summary>Reads the bars of one instrument without keeping what was noticed; errors in rows are not fatal.</summary>
    /// <param name="instrument">A name from <see cref="Instruments"/>.</param>
    /// <param name="resolution">Length of one bar.</param>
    /// <exception cref="DataException">The instrument is not there, or its file cannot be read.</exception>
    public BarSeries Read(string instrument, BarResolution resolution) => Read(instrument, resolution, new IntegrityReport());

    /// <inheritdoc/>
    public BarSeries Read(string instrument, BarResolution resolution, IntegrityReport report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        ArgumentNullException.ThrowIfNull(report);
        if (!_instruments.Value.TryGetValue(instrument, out var map))
            throw new DataException(
                $"{Root}: found no instrument {instrument}, expected for example {_paths.Zip(instrument, resolution)}; "
                    + $"{_instruments.Value.Count} instruments are there.");

        var rows = map is null ? ReadTicker(instrument, resolution, report) : ReadMapped(instrument, map, resolution, report);
        var factors = ReadFactors(map?.Permtick ?? instrument, report);
        // LEAN starts a security no earlier than the day before its first factor row.
        if (factors.Rows.Count > 0)
            rows = Cut(rows, factors.Rows[0].Date.AddDays(-1), DateOnly.MaxValue);
        var bars = Adjustment.Adjust(CollectionsMarshal.AsSpan(rows), factors);
        RowBuffers.Return(rows);
        return new BarSeries(instrument, resolution, bars);
    }

    private static List<PriceRow> Cut(List<PriceRow> rows, DateOnly from, DateOnly to)
    {
        var first = from.ToDateTime(TimeOnly.MinValue);
        var last = to.ToDateTime(TimeOnly.MaxValue);
        return rows.Count > 0 && (rows[0].Time < first || rows[^1].Time > last)
            ? rows.FindAll(row => row.Time >= first && row.Time <= last)
            : rows;
    }

    private List<PriceRow> ReadTicker(string ticker, BarResolution resolution, IntegrityReport report)
    {
        var path = _paths.Zip(ticker, resolution);
        return File.Exists(path)
            ? LeanBarFile.Read(path, ticker.ToLowerInvariant(), report)
            : throw new DataException($"{path}: the file does not exist; expected the bars of {ticker}.");
    }

    private List<PriceRow> ReadMapped(string instrument, MapFile map, BarResolution resolution, IntegrityReport report)
    {
        var mapPath = _paths.Map(map.Permtick);
        var files = new Dictionary<string, List<PriceRow>>(StringComparer.Ordinal);
        var rows = new List<PriceRow>();
        var periods = map.Periods();
        foreach (var (ticker, from, to) in periods)
        {
            if (!files.TryGetValue(ticker, out var all))
            {
                if (!File.Exists(_paths.Zip(ticker, resolution)))
                {
                    if (from < to)
                        report.Add(mapPath, 0, IntegritySeverity.Warning, string.Create(
                            CultureInfo.InvariantCulture,
                            $"{instrument} traded as {ticker} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, but "
                                + $"{_paths.Zip(ticker, resolution)} does not exist; those days are missing."));
                    continue;
                }

                files[ticker] = all = ReadTicker(ticker, resolution, report);
            }

            if (periods.Count == 1)
                rows = Cut(all, from, to);
            else
                rows.AddRange(Cut(all, from, to));
        }

        if (files.Count == 0)
            throw new DataException(
                $"{mapPath}: none of the tickers of {instrument} has a file in {_paths.Bars(resolution)}; expected at least one.");
        var unused = files.Values.Sum(all => all.Count) - rows.Count;
        if (unused > 0)
            report.Add(mapPath, 0, IntegritySeverity.Info, string.Create(
                CultureInfo.InvariantCulture,
                $"{unused} bars lie outside the days that the map file gives to {instrument}; they are not read, as in LEAN."));
        return rows;
    }

    private FactorFile ReadFactors(string permtick, IntegrityReport report)
    {
        var path = _paths.Factors(permtick);
        if (File.Exists(path))
            return FactorFile.Read(path);
        report.Add(path, 0, IntegritySeverity.Info, $"there is no factor file for {permtick}; prices are taken as they are, as in LEAN.");
        return FactorFile.None;
    }

    private HashSet<string> Tickers(BarResolution resolution)
    {
        var folder = _paths.Bars(resolution);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.zip").Select(path => Path.GetFileNameWithoutExtension(path).ToUpperInvariant())]
            : [];
    }

    private Dictionary<string, MapFile?> FindInstruments()
    {
        var unmapped = Tickers(BarResolution.Daily);
        unmapped.UnionWith(Tickers(BarResolution.Hour));
        var maps = Directory.Exists(_paths.Maps)
            ? Directory.EnumerateFiles(_paths.Maps, "*.csv").Order(StringComparer.Ordinal).Select(MapFile.Read)
                .Where(map => map.Rows.Any(row => unmapped.Contains(row.Ticker))).ToList()
            : [];
        var instruments = new Dictionary<string, MapFile?>(StringComparer.Ordinal);
        foreach (var map in maps.OrderByDescending(map => map.LastDay))
        {
            if (!instruments.TryAdd(map.FirstTicker, map) && !instruments.TryAdd(map.Permtick, map))
                throw new DataException(
                    $"{_paths.Map(map.Permtick)}: its instrument cannot be told from another of the first ticker {map.FirstTicker}; "
                        + $"delete one of the map files.");
        }

        unmapped.ExceptWith(maps.SelectMany(map => map.Rows).Select(row => row.Ticker));
        foreach (var ticker in unmapped)
            instruments.TryAdd(ticker, null);
        return instruments;
    }
}

using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Csv;

/// <summary>
/// Reads history exported from a LEAN algorithm: a folder of <c>TICKER.csv</c> with the header <c>date,open,high,low,close,volume</c>,
/// prices already adjusted.
/// </summary>
/// <remarks>Dates are <c>yyyy-MM-dd</c> or <c>yyyy-MM-dd HH:mm</c>. A file is hourly when one of its first days has two bars. A hyphen in a
/// name
/// stands for a dot (<c>BRK-A.csv</c> is BRK.A), which keys of LEAN's ObjectStore cannot hold. Immutable; safe to share between
/// threads.</remarks>
internal sealed class HistoryFolder : IPriceFolder
{
    /// <summary>Rows looked at to tell hourly from daily bars.</summary>
    private const int Sample = 40;

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BarResolution> _resolutions;

    /// <summary>Initializes a new instance of the <see cref="HistoryFolder"/> class.</summary>
    /// <param name="root">The folder.</param>
    /// <exception cref="DataException">No folder, no CSV file, two files of one instrument, or another header.</exception>
    public HistoryFolder(string root)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = root;
        if (!Directory.Exists(root))
            throw new DataException($"{root}: the folder does not exist; expected a folder of TICKER.csv files exported from LEAN.");
        foreach (var path in Files(root))
        {
            var instrument = Path.GetFileNameWithoutExtension(path).ToUpperInvariant().Replace('-', '.');
            if (!_files.TryAdd(instrument, path))
                throw new DataException($"{root}: found two files of the one instrument {instrument}; keep one of them.");
        }

        if (_files.Count == 0)
            throw new DataException($"{root}: found no CSV file, expected TICKER.csv files with the header '{PriceCsv.Header}'.");
        _resolutions = _files.ToDictionary(pair => pair.Key, pair => Resolution(pair.Value), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Root { get; }

    /// <summary>Returns whether a folder looks like exported history.</summary>
    /// <param name="root">Any path.</param>
    public static bool Fits(string root) =>
        Directory.Exists(root) && Files(root).FirstOrDefault() is { } path && PriceCsv.Fits(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> Instruments(BarResolution resolution) =>
        [.. _files.Keys.Where(instrument => _resolutions[instrument] == resolution)];

    /// <inheritdoc/>
    public BarSeries Read(string instrument, BarResolution resolution, IntegrityReport report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instrument);
        ArgumentNullException.ThrowIfNull(report);
        if (!_files.TryGetValue(instrument, out var path) || _resolutions[instrument] != resolution)
            throw new DataException(
                $"{Root}: found no {resolution} bars of {instrument}, expected {Path.Combine(Root, instrument + ".csv")}.");

        var rows = PriceCsv.Read(path, report);
        return new BarSeries(
            instrument, resolution, [.. rows.Select(row => new Bar(row.Time, row.Open, row.High, row.Low, row.Close, row.Volume))]);
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.EnumerateFiles(root).Where(path => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)).Order(
            StringComparer.Ordinal);

    private static BarResolution Resolution(string path)
    {
        var days = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Skip(1).Where(line => line.Length >= 16).Take(Sample))
        {
            if (line[10] == ' ' && !days.Add(line[..10]))
                return BarResolution.Hour;
        }

        return BarResolution.Daily;
    }
}

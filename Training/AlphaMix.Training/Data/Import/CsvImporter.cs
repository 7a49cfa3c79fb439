using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Import;

/// <summary>Turns CSV files of bars into a LEAN data folder.</summary>
/// <remarks>
/// Open, high, low and close become LEAN's raw prices with split factor 1: they have to be as traded, or adjusted for splits. With an
/// adjusted close, dividend factors are recovered from its ratio to the close, so that LEAN's adjusted close is that of the file, up to one
/// constant factor when the file ends before a later dividend and up to the rounding to a hundredth of a cent. An instrument is named by
/// its file or its column of symbols, in upper case; a hyphen stands for a dot, as in Yahoo's <c>BRK-A.csv</c>, LEAN's <c>BRK.A</c>.
/// </remarks>
internal static class CsvImporter
{
    /// <summary>Imports a CSV file, or all <c>*.csv</c> of a folder; other files are passed over.</summary>
    /// <param name="source">The file or folder.</param>
    /// <param name="dataFolder">LEAN data folder to write; created when missing.</param>
    /// <param name="format">What the files hold.</param>
    /// <param name="report">Receives what was noticed: rows left out, rows without volume, a market that LEAN does not know.</param>
    /// <exception cref="DataException">No file, a header without a column, two files of one instrument, no sound row, bars of another length,
    /// a time zone or market that cannot be used, or a bad row when the report is strict.</exception>
    public static CsvImport Import(string source, string dataFolder, CsvFormat format, IntegrityReport report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(report);

        LeanMarkets.RequireAlone(dataFolder, format.Market);
        var clock = Clock(dataFolder, format);
        var reader = new CsvFile(format.Columns, format.Dates, clock, report);
        var read = new SortedDictionary<string, (string File, List<PriceRow> Rows)>(StringComparer.Ordinal);
        foreach (var file in Files(source))
        {
            foreach (var (instrument, rows) in reader.Read(file))
            {
                if (!read.TryAdd(instrument, (file, rows)))
                    throw new DataException(
                        $"{source}: found {Path.GetFileName(read[instrument].File)} and {Path.GetFileName(file)} for the one instrument "
                            + $"{instrument}; keep one of them, or make one file of them.");
            }
        }

        if (read.Count == 0)
            throw new DataException($"{source}: found no row that can be read, expected at least one.");
        // All files are read before the first is written: a bad one leaves the data folder as it was.
        var converted = read.Select(pair => Convert(pair.Key, pair.Value.File, pair.Value.Rows, format, clock, report)).ToList();
        var writer = new LeanFolderWriter(dataFolder, format.Market, report);
        foreach (var (raw, factors) in converted)
            writer.Write(raw, factors);
        return new CsvImport([.. read.Keys], converted.Sum(each => (long)each.Raw.Count), converted.Sum(each => each.Factors.Rows.Count));
    }

    private static List<string> Files(string source)
    {
        if (File.Exists(source))
            return [source];
        if (!Directory.Exists(source))
            throw new DataException($"{source}: the folder does not exist; expected a CSV file or a folder of them.");
        var files = Directory.EnumerateFiles(source)
            .Where(path => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToList();
        return files.Count > 0
            ? files
            : throw new DataException($"{source}: found no CSV file, expected one or more with a header of column names.");
    }

    private static BarClock Clock(string dataFolder, CsvFormat format)
    {
        var market = LeanDatabases.TimeZone(dataFolder, format.Market);
        var from = format.TimeZone ?? market ?? throw new DataException(
            $"{format.Market}: LEAN's market hours have no such market; say with --timezone where its clocks are, such as Asia/Shanghai.");
        return new BarClock(format, Zone(from), Zone(market ?? from));
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new DataException($"{name}: there is no such time zone; expected a name such as America/New_York or UTC.");

    private static (BarSeries Raw, FactorFile Factors) Convert(
        string instrument, string file, List<PriceRow> read, CsvFormat format, BarClock clock, IntegrityReport report)
    {
        var silent = format.DropsZeroVolume ? read.RemoveAll(row => row.Volume == 0) : 0;
        if (silent > 0)
            report.Add(file, 0, IntegritySeverity.Info, $"{silent} bars without volume are left out.");
        var isAdjusted = format.Columns.Adjusted is not null;
        var rows = RowScreen.Screen(file, read, report);
        rows.RemoveAll(row =>
        {
            var fault = isAdjusted && (!(row.AdjustedClose > 0) || !double.IsFinite(row.AdjustedClose))
                ? string.Create(
                    CultureInfo.InvariantCulture, $"found {format.Columns.Adjusted} {row.AdjustedClose}, expected a positive number")
                : LeanBarFile.ToDeciCents(row.Low) < 1
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"found low {row.Low}, expected at least a hundredth of a cent, the least LEAN's files can print")
                    : null;
            if (fault is not null)
                report.Add(file, row.Line, IntegritySeverity.Error, $"{fault}; the row is left out.");
            return fault is not null;
        });
        if (rows.Count == 0)
            throw new DataException($"{file}: found no sound row, expected at least one; correct or delete the file.");
        clock.RequireLength(file, rows);

        var bars = rows.ConvertAll(row => new Bar(row.Time, row.Open, row.High, row.Low, row.Close, row.Volume)).ToArray();
        return (
            new BarSeries(instrument, format.Resolution, bars),
            isAdjusted ? DividendSteps.Recover(file, rows, report) : FactorFile.None);
    }
}

using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Csv;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Yahoo;

/// <summary>Turns a folder of Yahoo Finance CSV files into a LEAN data folder of daily bars.</summary>
/// <remarks>
/// Yahoo's open, high, low and close are adjusted for splits: they become LEAN's raw prices with split factor 1. Dividend factors are
/// recovered from Adj Close / Close, so that LEAN's adjusted close is Adj Close, up to one constant factor when the file ends before
/// a later dividend and up to the rounding to a hundredth of a cent. One file is one instrument; <c>BRK-A.csv</c> is LEAN's <c>BRK.A</c>.
/// </remarks>
internal static class YahooImporter
{
    /// <summary>Imports all <c>*.csv</c> of a folder; other files are passed over.</summary>
    /// <param name="source">Folder of CSV files with the header <c>Date,Open,High,Low,Close,Adj Close,Volume</c>.</param>
    /// <param name="dataFolder">LEAN data folder to write; created when missing.</param>
    /// <param name="report">Receives what was noticed: rows left out, rows without volume.</param>
    /// <exception cref="DataException">No folder, no CSV file, another header, two files of one instrument, no sound row, or a bad row when
    /// the report is strict.</exception>
    public static YahooImport Import(string source, string dataFolder, IntegrityReport report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        ArgumentNullException.ThrowIfNull(report);

        if (!Directory.Exists(source))
            throw new DataException($"{source}: the folder does not exist; expected a folder of Yahoo CSV files.");
        var files = Directory.EnumerateFiles(source)
            .Where(path => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            .OrderBy(Instrument, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new DataException($"{source}: found no CSV file, expected one a symbol with the header '{PriceCsv.YahooHeader}'.");
        if (files.GroupBy(Instrument).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw new DataException(
                $"{source}: found {string.Join(" and ", twins.Select(Path.GetFileName))} for the one instrument {twins.Key}; keep one of "
                    + $"them.");

        // All files are read before the first is written: a bad one leaves the data folder as it was.
        var converted = files.ConvertAll(file => Convert(file, report));
        var writer = new LeanFolderWriter(dataFolder);
        foreach (var (raw, factors) in converted)
            writer.Write(raw, factors);
        return new YahooImport(
            [.. files.Select(Instrument)], converted.Sum(each => (long)each.Raw.Count), converted.Sum(each => each.Factors.Rows.Count));
    }

    /// <summary>Returns the LEAN name of a Yahoo file: in upper case, with a dot for Yahoo's dash.</summary>
    /// <param name="path">Path of the CSV file.</param>
    public static string Instrument(string path) => Path.GetFileNameWithoutExtension(path).ToUpperInvariant().Replace('-', '.');

    private static (BarSeries Raw, FactorFile Factors) Convert(string file, IntegrityReport report)
    {
        var rows = PriceCsv.Read(file, PriceCsv.YahooHeader, report);
        rows.RemoveAll(row =>
        {
            var fault = !(row.AdjustedClose > 0) || !double.IsFinite(row.AdjustedClose)
                ? string.Create(CultureInfo.InvariantCulture, $"found Adj Close {row.AdjustedClose}, expected a positive number")
                : LeanBarFile.ToDeciCents(row.Low) < 1
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"found low {row.Low}, expected at least a hundredth of a cent, the least LEAN's files can print")
                    : row.Time.TimeOfDay != TimeSpan.Zero ? "found a time of day, expected a date alone" : null;
            if (fault is not null)
                report.Add(file, row.Line, IntegritySeverity.Error, $"{fault}; the row is left out.");
            return fault is not null;
        });
        if (rows.Count == 0)
            throw new DataException($"{file}: found no sound row, expected at least one; correct or delete the file.");

        var bars = rows.ConvertAll(row => new Bar(row.Time, row.Open, row.High, row.Low, row.Close, row.Volume)).ToArray();
        return (new BarSeries(Instrument(file), BarResolution.Daily, bars), DividendSteps.Recover(file, rows, report));
    }
}

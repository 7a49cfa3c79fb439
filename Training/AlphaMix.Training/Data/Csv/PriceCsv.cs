using System.Globalization;
using System.Text;

namespace AlphaMix.Training.Data.Csv;

/// <summary>A CSV of dollar prices with one header line: Yahoo's download, and history exported from LEAN.</summary>
internal static class PriceCsv
{
    public const string YahooHeader = "Date,Open,High,Low,Close,Adj Close,Volume";
    public const string HistoryHeader = "date,open,high,low,close,volume";

    /// <summary>Returns whether a file starts with a header, whatever its case.</summary>
    public static bool HasHeader(string path, string header)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return string.Equals(reader.ReadLine()?.Trim(), header, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the sound rows of a file, prices in dollars.</summary>
    /// <exception cref="DataException">The header is another, or no row is sound.</exception>
    public static List<PriceRow> Read(string path, string header, IntegrityReport report)
    {
        var cursor = new CsvCursor(File.ReadAllBytes(path));
        if (!cursor.NextLine() || !string.Equals(cursor.Text.Trim(), header, StringComparison.OrdinalIgnoreCase))
            throw new DataException(
                $"{path}:1: found the header '{cursor.Text}', expected '{header}'{Missing(cursor.Text, header)}; export the file again.");

        var rows = new List<PriceRow>();
        var adjusted = header == YahooHeader;
        while (cursor.NextLine())
        {
            if (TryRow(ref cursor, adjusted, out var row))
                rows.Add(row);
            else
                report.Add(
                    path, cursor.Line, IntegritySeverity.Error,
                    $"found '{cursor.Text}', expected '{header}' with a date and numbers; the row is left out.");
        }

        return RowScreen.Screen(path, rows, report);
    }

    private static bool TryRow(ref CsvCursor cursor, bool hasAdjusted, out PriceRow row)
    {
        row = default;
        var adjusted = double.NaN;
        if (!cursor.NextField(out var when) || !TryTime(when, out var time)
            || !cursor.NextNumber(out var open) || !cursor.NextNumber(out var high) || !cursor.NextNumber(out var low)
            || !cursor.NextNumber(out var close) || (hasAdjusted && !cursor.NextNumber(out adjusted))
            || !cursor.NextNumber(out var volume) || !cursor.AtEnd)
        {
            return false;
        }

        row = new PriceRow(time, open, high, low, close, volume, cursor.Line, adjusted);
        return true;
    }

    /// <summary>Reads <c>yyyy-MM-dd</c> or <c>yyyy-MM-dd HH:mm</c>.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (10 or 16) || text[4] != '-' || text[7] != '-'
            || (text.Length == 16 && (text[10] != ' ' || text[13] != ':')))
            return false;
        return CsvCursor.TryTime(
            CsvCursor.Digits(text, 0, 4), CsvCursor.Digits(text, 5, 2), CsvCursor.Digits(text, 8, 2),
            text.Length == 16 ? CsvCursor.Digits(text, 11, 2) : 0, text.Length == 16 ? CsvCursor.Digits(text, 14, 2) : 0, out time);
    }

    private static string Missing(string found, string header)
    {
        var there = found.Split(',').Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = header.Split(',').Where(name => !there.Contains(name)).ToList();
        return missing.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (missing: {string.Join(", ", missing)})");
    }
}

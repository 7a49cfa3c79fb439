using System.Globalization;
using System.Text;

namespace AlphaMix.Training.Data.Csv;

/// <summary>A CSV of history exported from LEAN: adjusted prices in dollars under one header line.</summary>
internal static class PriceCsv
{
    public const string Header = "date,open,high,low,close,volume";

    /// <summary>Returns whether a file starts with the header, whatever its case.</summary>
    public static bool Fits(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return string.Equals(reader.ReadLine()?.Trim(), Header, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the sound rows of a file, prices in dollars.</summary>
    /// <exception cref="DataException">The header is another, or no row is sound.</exception>
    public static List<PriceRow> Read(string path, IntegrityReport report)
    {
        var cursor = new CsvCursor(File.ReadAllBytes(path));
        if (!cursor.NextLine() || !string.Equals(cursor.Text.Trim(), Header, StringComparison.OrdinalIgnoreCase))
            throw new DataException(
                $"{path}:1: found the header '{cursor.Text}', expected '{Header}'{Missing(cursor.Text)}; export the file again.");

        var rows = new List<PriceRow>();
        while (cursor.NextLine())
        {
            if (TryRow(ref cursor, out var row))
                rows.Add(row);
            else
                report.Add(
                    path, cursor.Line, IntegritySeverity.Error,
                    $"found '{cursor.Text}', expected '{Header}' with a date and numbers; the row is left out.");
        }

        return RowScreen.Screen(path, rows, report);
    }

    private static bool TryRow(ref CsvCursor cursor, out PriceRow row)
    {
        row = default;
        if (!cursor.NextField(out var when) || !TryTime(when, out var time)
            || !cursor.NextNumber(out var open) || !cursor.NextNumber(out var high) || !cursor.NextNumber(out var low)
            || !cursor.NextNumber(out var close) || !cursor.NextNumber(out var volume) || !cursor.AtEnd)
        {
            return false;
        }

        row = new PriceRow(time, open, high, low, close, volume, cursor.Line);
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

    private static string Missing(string found)
    {
        var there = found.Split(',').Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = Header.Split(',').Where(name => !there.Contains(name)).ToList();
        return missing.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (missing: {string.Join(", ", missing)})");
    }
}

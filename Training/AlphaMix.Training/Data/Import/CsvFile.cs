using System.Globalization;
using System.Text;

namespace AlphaMix.Training.Data.Import;

/// <summary>Reads CSV files of bars.</summary>
/// <param name="columns">Which column holds what.</param>
/// <param name="dates">How dates are written.</param>
/// <param name="clock">What times mean.</param>
/// <param name="report">Receives the rows that are left out.</param>
internal sealed class CsvFile(CsvColumns columns, DateOrder dates, BarClock clock, IntegrityReport report)
{
    /// <summary>Returns the rows of a file that can be read, by instrument, in the file's order.</summary>
    /// <param name="file">Path of the file.</param>
    /// <returns>Lists by LEAN's name of the instrument: of the column of symbols, or of the file where there is none.</returns>
    /// <exception cref="DataException">The header lacks a column.</exception>
    public Dictionary<string, List<PriceRow>> Read(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var header = new CsvHeader(file, reader.ReadLine(), columns);
        var symbol = columns.Symbol is { } name ? header.IndexOf(name) : -1;
        var rows = new Dictionary<string, List<PriceRow>>(StringComparer.Ordinal);
        var single = Instrument(Path.GetFileNameWithoutExtension(file));
        if (symbol < 0)
            rows.Add(single, []);
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var fields = CsvLine.Split(text, header.Separator);
            if (Fault(header, fields, line, out var row) is { } fault)
            {
                report.Add(file, line, IntegritySeverity.Error, $"{fault}; the row is left out.");
                continue;
            }

            var instrument = symbol < 0 ? single : Instrument(fields[symbol]);
            if (!rows.TryGetValue(instrument, out var own))
                rows.Add(instrument, own = []);
            own.Add(row);
        }

        return rows;
    }

    /// <summary>Returns LEAN's name of an instrument: in upper case, with a dot for a hyphen.</summary>
    /// <param name="symbol">Its name in a column of symbols, or the file's without the ending.</param>
    public static string Instrument(string symbol) => symbol.ToUpperInvariant().Replace('-', '.');

    private string? Fault(CsvHeader header, string[] fields, int line, out PriceRow row)
    {
        row = default;
        var text = string.Join(',', fields);
        if (fields.Length != header.Count)
            return $"found '{text}', expected {header.Count} fields, found {fields.Length}";
        if (columns.Symbol is { } symbol && fields[header.IndexOf(symbol)].Length == 0)
            return $"found '{text}', expected an instrument as {symbol}";
        var date = fields[header.IndexOf(columns.Date)];
        var time = columns.Time is { } name ? fields[header.IndexOf(name)] : null;
        if (!CsvDates.TryRead(date, time, dates, out var when))
            return $"found '{text}', expected a date such as {CsvDates.Example(dates)} as {columns.Date}"
                + (columns.Time is null ? "" : $" and a time such as 09:30 as {columns.Time}");
        if (clock.Fault(ref when) is { } fault)
            return fault;
        var values = new double[6];
        string?[] numbers = [columns.Open, columns.High, columns.Low, columns.Close, columns.Volume, columns.Adjusted];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = double.NaN;
            if (numbers[i] is { } column && !TryNumber(fields[header.IndexOf(column)], out values[i]))
                return $"found '{text}', expected a number as {column}";
        }

        row = new PriceRow(when, values[0], values[1], values[2], values[3], values[4], line, values[5]);
        return null;
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}

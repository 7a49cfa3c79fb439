namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Writes a report's tables and charts as CSV (RFC 4180, LF), for a spreadsheet or another program. Numbers are unrounded; what is not
/// defined is empty.
/// </summary>
internal static class DocumentCsv
{
    /// <summary>
    /// Writes a table: a column for its rows' names, then each column, followed by one for deviations or upper ends where any cell has one.
    /// </summary>
    public static void Write(TableBlock table, TextWriter output)
    {
        var records = TableRecords.Create(table);
        WriteRows(
            records.Heads,
            records.Rows.Select(row => (IReadOnlyList<string>)[row.Name, .. row.Cells.Select(cell => cell.ForMachines())]),
            output);
    }

    /// <summary>Writes the numbers behind a chart.</summary>
    public static void Write(ChartBlock chart, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var records = chart.Chart.Records;
        WriteRows(records.Heads, records.Rows, output);
    }

    /// <summary>Writes heads and rows as they are.</summary>
    public static void WriteRows(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        WriteLine(output, heads);
        foreach (var row in rows)
            WriteLine(output, row);
    }

    private static void WriteLine(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells.Select(Quote)));
        output.Write('\n');
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Writes a report's text and tables for a terminal: columns aligned by spaces, numbers to the right, words to the left.
/// ASCII where the page
/// has a true minus sign or a dash, so that every console shows it. Same report, same text.
/// </summary>
internal static class DocumentText
{
    private const string Gap = "  ";

    /// <summary>Writes a table: its caption, heads, a rule, the rows. A caption that is empty is left out.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Receives the text; left open.</param>
    public static void Write(TableBlock table, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);
        string[] heads = [.. table.Columns.Select(column => column.Head).Prepend(table.FirstHead).Select(Plain)];
        string[][] rows = [.. table.Rows.Select(row => Texts(row, table.Columns))];
        int[] widths = [.. heads.Select((head, c) => Math.Max(head.Length, rows.Select(row => row[c].Length).DefaultIfEmpty(0).Max()))];
        bool[] isWords = [.. heads.Select((_, c) => c == 0 || IsWords(table.Rows.Select(row => row.Cells[c - 1])))];
        if (table.Caption.Length > 0)
            output.WriteLine(Plain(table.Caption));
        WriteRow(heads, widths, isWords, output);
        output.WriteLine(string.Join(Gap, widths.Select(width => new string('-', width))));
        foreach (var row in rows)
            WriteRow(row, widths, isWords, output);
    }

    /// <summary>Writes the verdict of a report: headline, setting, and a line a model.</summary>
    /// <param name="document">The report.</param>
    /// <param name="output">Receives the text; left open.</param>
    public static void WriteVerdict(ReportDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(Plain(document.Headline));
        output.WriteLine(Plain(document.Setting));
        foreach (var verdict in document.Verdicts)
            output.WriteLine(Plain($"  {verdict.Name}: {(verdict.HasEdge ? "edge" : "no edge")}. {verdict.Reason}"));
    }

    private static void WriteRow(string[] cells, int[] widths, bool[] isWords, TextWriter output)
    {
        var line = string.Join(Gap, cells.Select((cell, c) => isWords[c] ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c])));
        output.WriteLine(line.TrimEnd());
    }

    private static string[] Texts(TableRow row, IReadOnlyList<TableColumn> columns) =>
        [.. row.Cells.Select((cell, c) => cell.Show(columns[c].Format)).Prepend(row.Name).Select(Plain)];

    // Words somewhere, a number nowhere.
    private static bool IsWords(IEnumerable<Cell> column) =>
        column.Any(cell => cell.Text?.Length > 0) && column.All(cell => double.IsNaN(cell.Value));

    private static string Plain(string text) => text
        .Replace('\u2212', '-').Replace('\u2013', '-').Replace('\u00a0', ' ').Replace("±", "+-", StringComparison.Ordinal);
}

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Writes a report as Markdown: the verdict, the tables, and for each chart where its numbers are. Same report, same bytes.
/// </summary>
internal static class DocumentMarkdown
{
    /// <summary>Writes the report.</summary>
    /// <param name="document">The report.</param>
    /// <param name="output">Receives the text; left open.</param>
    /// <param name="csvFolder">The folder of the CSV files, as links name it.</param>
    public static void Write(ReportDocument document, TextWriter output, string csvFolder = "csv")
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        Lines(output, $"# {document.Title}", "", $"**{document.Headline}**", "", document.Setting, "");
        foreach (var verdict in document.Verdicts)
            Lines(output, $"- **{verdict.Name}**: {(verdict.HasEdge ? "edge" : "no edge")}. {verdict.Reason}");
        Lines(output, "");
        foreach (var caveat in document.Caveats)
            Lines(output, $"- {caveat}");
        foreach (var section in document.Sections)
        {
            Lines(output, "", $"## {section.Heading}", "");
            if (section.Intro.Length > 0)
                Lines(output, section.Intro, "");
            foreach (var block in section.Blocks)
                Write(block, output, csvFolder);
        }

        if (document.Footer.Length > 0)
            Lines(output, document.Footer);
    }

    private static void Write(ReportBlock block, TextWriter output, string csvFolder)
    {
        switch (block)
        {
            case NoteBlock note:
                Lines(output, note.Text, "");
                break;
            case ChartBlock chart:
                Lines(output, $"**{chart.Title}.** {chart.Caption} Numbers: [{chart.Id}.csv]({csvFolder}/{chart.Id}.csv).", "");
                break;
            case TableBlock table:
                Lines(output, $"**{table.Caption}**", "");
                Row(output, table.Columns.Select(column => column.Head).Prepend(table.FirstHead));
                Row(output, table.Columns.Select(_ => "---:").Prepend("---"));
                foreach (var row in table.Rows)
                    Row(output, row.Cells.Select((cell, c) => cell.Show(table.Columns[c].Format)).Prepend(row.Name));
                Lines(output, "");
                break;
        }
    }

    private static void Row(TextWriter output, IEnumerable<string> cells) =>
        Lines(output, $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");

    private static void Lines(TextWriter output, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            output.Write(line);
            output.Write('\n');
        }
    }
}

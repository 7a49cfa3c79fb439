using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Writes a report as one self-contained HTML page: the verdict in plain words, then its sections. No script, no network; light and dark,
/// readable on a phone and on paper. Same report, same bytes.
/// </summary>
internal static class DocumentHtml
{
    // Words longer than this are wrapped.
    private const int LongWords = 40;

    /// <summary>Writes the page.</summary>
    /// <param name="document">The report.</param>
    /// <param name="output">Receives the page, to be stored as UTF-8; left open.</param>
    public static void Write(ReportDocument document, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        output.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Display.Escape(document.Title)}</title>
            <style>
            {PageStyle.Css}
            {ChartStyle.Css}
            </style>
            </head>
            <body>
            <main>

            """);
        WriteVerdict(document, output);
        WriteContents(document, output);
        foreach (var section in document.Sections)
            Write(section, output);
        if (document.Footer.Length > 0)
            output.WriteLine($"<footer>{Display.Escape(document.Footer)}</footer>");
        output.WriteLine("</main>\n</body>\n</html>");
    }

    private static void WriteVerdict(ReportDocument document, TextWriter output)
    {
        output.WriteLine($"<header>\n<h1>{Display.Escape(document.Title)}</h1>");
        output.WriteLine($"<p class=\"headline\">{Display.Escape(document.Headline)}</p>");
        output.WriteLine($"<p class=\"setting\">{Display.Escape(document.Setting)}</p>\n</header>");
        if (document.Verdicts.Count > 0)
        {
            output.WriteLine("<ul class=\"verdicts\">");
            foreach (var verdict in document.Verdicts)
            {
                output.WriteLine(
                    $"<li{(verdict.HasEdge ? " class=\"edge\"" : string.Empty)}><b>{Display.Escape(verdict.Name)}</b>"
                    + $"<span class=\"call\">{(verdict.HasEdge ? "Edge" : "No edge")}.</span> {Display.Escape(verdict.Reason)}</li>");
            }

            output.WriteLine("</ul>");
        }

        if (document.Caveats.Count == 0)
            return;
        output.WriteLine("<ul class=\"caveats\">");
        foreach (var caveat in document.Caveats)
            output.WriteLine($"<li>{Display.Escape(caveat)}</li>");
        output.WriteLine("</ul>");
    }

    private static void WriteContents(ReportDocument document, TextWriter output)
    {
        output.WriteLine("<nav aria-label=\"Contents\"><ul class=\"contents\">");
        foreach (var section in document.Sections)
            output.WriteLine($"<li><a href=\"#{section.Id}\">{Display.Escape(section.Heading)}</a></li>");
        output.WriteLine("</ul></nav>");
    }

    private static void Write(ReportSection section, TextWriter output)
    {
        output.WriteLine($"<section>\n<h2 id=\"{section.Id}\">{Display.Escape(section.Heading)}</h2>");
        if (section.Intro.Length > 0)
            output.WriteLine($"<p class=\"intro\">{Display.Escape(section.Intro)}</p>");
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case NoteBlock note:
                    output.WriteLine($"<p class=\"note\">{Display.Escape(note.Text)}</p>");
                    break;
                case TableBlock table:
                    Write(table, output);
                    break;
                case ChartBlock chart:
                    Write(chart, output);
                    break;
            }
        }

        output.WriteLine("</section>");
    }

    // It scrolls by itself where the screen is narrow. The caption stands above the box that scrolls, or a phone would cut it off; the
    // table is still named by it.
    private static void Write(TableBlock table, TextWriter output)
    {
        output.WriteLine($"<h3 id=\"{table.Id}\">{Display.Escape(table.Caption)}</h3>");
        output.WriteLine($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{table.Id}\">"
            + $"<table aria-labelledby=\"{table.Id}\">");
        output.Write($"<thead><tr><th scope=\"col\">{Display.Escape(table.FirstHead)}</th>");
        foreach (var column in table.Columns)
            output.Write($"<th scope=\"col\" title=\"{Display.Escape(column.Explanation)}\">{Display.Escape(column.Head)}</th>");
        output.WriteLine("</tr></thead><tbody>");

        // One column of values is aligned alike, however long each is.
        var isList = table.Columns.Count == 1 && table.Rows.Any(HasLongWords);
        foreach (var row in table.Rows)
        {
            output.Write(StyleOf(row, isList) is { Length: > 0 } style ? $"<tr class=\"{style}\">" : "<tr>");
            output.Write($"<th scope=\"row\">{Display.Escape(row.Name)}</th>");
            for (var c = 0; c < row.Cells.Count; c++)
                output.Write($"<td>{Display.Escape(row.Cells[c].Show(table.Columns[c].Format))}</td>");
            output.WriteLine("</tr>");
        }

        output.WriteLine("</tbody></table></div>");
    }

    private static string StyleOf(TableRow row, bool isList) =>
        row.IsReference ? "quiet" : !isList && !HasLongWords(row) ? "" : EndsInWords(row) ? "words last" : "words";

    // Figures first, then words: the figures need no more room than they take.
    private static bool EndsInWords(TableRow row) =>
        row.Cells.Count > 3 && row.Cells.Take(row.Cells.Count - 1).All(cell => !(cell.Text?.Length > LongWords));

    private static bool HasLongWords(TableRow row) => row.Cells.Any(cell => cell.Text?.Length > LongWords);

    private static void Write(ChartBlock block, TextWriter output)
    {
        output.WriteLine($"<h3>{Display.Escape(block.Title)}</h3>");
        ChartLegend.Write(block.Chart, output);
        output.WriteLine($"<figure id=\"{block.Id}\">");
        block.Chart.Draw(new ChartFrame(block.Id, block.Title, block.Caption), output);
        output.WriteLine($"<figcaption>{Display.Escape(block.Caption)}</figcaption>\n</figure>");
    }
}

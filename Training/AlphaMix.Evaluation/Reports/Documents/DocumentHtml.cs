using AlphaMix.Evaluation.Reports.Figures;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Writes a report as one self-contained HTML page: the verdict in plain words, then its sections. No script, no network; light and dark,
/// readable on a phone and on paper. Same report, same bytes.
/// </summary>
public static class DocumentHtml
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
            {ReportStyle.Css}
            {DocumentStyle.Css}
            {FigureStyle.Css}
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
                case FigureBlock figure:
                    figure.Write(output);
                    break;
            }
        }

        output.WriteLine("</section>");
    }

    private static void Write(TableBlock block, TextWriter output)
    {
        var table = new ReportTable(block.Id, block.Caption, [.. block.Columns.Select(column => (column.Head, column.Explanation))])
        {
            FirstHead = block.FirstHead
        };

        // One column of values is aligned alike, however long each is.
        var isList = block.Columns.Count == 1 && block.Rows.Any(HasLongWords);
        foreach (var row in block.Rows)
        {
            table.AddStyled(
                row.IsReference ? "quiet" : isList || HasLongWords(row) ? (EndsInWords(row) ? "words last" : "words") : string.Empty,
                row.Name,
                [.. row.Cells.Select((cell, c) => cell.Show(block.Columns[c].Format))]);
        }

        table.Write(output);
    }

    // Figures first, then words: the figures need no more room than they take.
    private static bool EndsInWords(TableRow row) => row.Cells.Count > 3 && row.Cells.Take(row.Cells.Count - 1).All(cell => !(cell.Text?.Length > LongWords));

    private static bool HasLongWords(TableRow row) => row.Cells.Any(cell => cell.Text?.Length > LongWords);

    private static void Write(ChartBlock chart, TextWriter output)
    {
        output.WriteLine($"<h4>{Display.Escape(chart.Title)}</h4>");
        if (chart is not PointsChart { Joined: false } || chart.Range is not null)
            ChartLegend.Write(chart, output);
        output.WriteLine("<figure>");
        foreach (var layout in ChartLayout.Both(chart is DaysChart ? 340 : 320, 260))
        {
            switch (chart)
            {
                case DaysChart days:
                    Lines(days).Write(output, layout);
                    break;
                case PointsChart points:
                    new PointsDrawing(points, layout).Write(output);
                    break;
                case BarsChart bars:
                    new BarsDrawing(bars, layout).Write(output);
                    break;
            }
        }

        output.WriteLine($"<figcaption>{Display.Escape(chart.Caption)}</figcaption>\n</figure>");
    }

    private static LineChart Lines(DaysChart chart)
    {
        var ends = chart.Lines.Select(line => $"{line.Name} {Display.Percent(line.Points[^1].Y)}");
        return new LineChart(
            chart.Id,
            chart.Title,
            $"Percent by day. At the end: {string.Join(", ", ends)}.",
            [.. chart.Days],
            chart.Range is { } range ? new ChartBand([.. range.Points.Select(point => point.Low)], [.. range.Points.Select(point => point.High)]) : null,
            [.. chart.Lines.Select(line => new ChartSeries(line.Name, line.Style, [.. line.Points.Select(point => point.Y)]))]);
    }
}

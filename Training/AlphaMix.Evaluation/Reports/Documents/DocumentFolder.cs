using AlphaMix.Evaluation.Reports.Figures;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>Writes a report as a folder: report.html, report.md with the same content in text, and csv/ with every table, every figure and further records.</summary>
internal static class DocumentFolder
{
    /// <summary>Writes the folder; files of an earlier report are replaced, others stay.</summary>
    /// <param name="folder">The folder; made when it does not exist.</param>
    /// <param name="document">The report.</param>
    /// <param name="records">Records too long for a page: the name of each CSV file, and what writes it.</param>
    public static void Write(string folder, ReportDocument document, IEnumerable<(string Name, Action<TextWriter> Write)> records)
    {
        Directory.CreateDirectory(Path.Combine(folder, "csv"));
        Save(Path.Combine(folder, "report.html"), output => DocumentHtml.Write(document, output));
        Save(Path.Combine(folder, "report.md"), output => DocumentMarkdown.Write(document, output));
        WriteCsv(Path.Combine(folder, "csv"), document);
        foreach (var (name, write) in records)
            Save(Path.Combine(folder, "csv", name + ".csv"), write);
    }

    private static void WriteCsv(string folder, ReportDocument document)
    {
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            switch (block)
            {
                case TableBlock table:
                    Save(Path.Combine(folder, table.Id + ".csv"), output => DocumentCsv.Write(table, output));
                    break;
                case ChartBlock chart:
                    Save(Path.Combine(folder, chart.Id + ".csv"), output => DocumentCsv.Write(chart, output));
                    break;
                case FigureBlock figure:
                    Save(Path.Combine(folder, figure.Id + ".csv"), output => DocumentCsv.Write(figure, output));
                    break;
            }
        }
    }

    private static void Save(string path, Action<TextWriter> write)
    {
        using var output = new StreamWriter(path) { NewLine = "\n" };
        write(output);
    }
}

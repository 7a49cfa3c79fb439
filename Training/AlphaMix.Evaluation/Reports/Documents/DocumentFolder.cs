namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Writes a report as a folder: report.html, report.md with the same content in text, and csv/ with every table, every chart and further
/// records.
/// </summary>
internal static class DocumentFolder
{
    /// <summary>Writes the folder; files of an earlier report are replaced, others stay.</summary>
    /// <param name="folder">The folder; made when it does not exist.</param>
    /// <param name="document">The report.</param>
    /// <param name="records">Records too long for a page: the name of each CSV file, and what writes it.</param>
    public static void Write(string folder, ReportDocument document, IEnumerable<(string Name, Action<TextWriter> Write)> records)
    {
        var csv = Path.Combine(folder, "csv");
        Directory.CreateDirectory(csv);
        Save(Path.Combine(folder, "report.html"), output => DocumentHtml.Write(document, output));
        Save(Path.Combine(folder, "report.md"), output => DocumentMarkdown.Write(document, output));
        foreach (var table in document.Tables)
            Save(Path.Combine(csv, table.Id + ".csv"), output => DocumentCsv.Write(table, output));
        foreach (var chart in document.Charts)
            Save(Path.Combine(csv, chart.Id + ".csv"), output => DocumentCsv.Write(chart, output));
        foreach (var (name, write) in records)
            Save(Path.Combine(csv, name + ".csv"), write);
    }

    private static void Save(string path, Action<TextWriter> write)
    {
        using var output = new StreamWriter(path) { NewLine = "\n" };
        write(output);
    }
}

namespace AlphaMix.Evaluation.Reports;

/// <summary>Writes a table whose first column names the rows; it scrolls by itself where the screen is narrow.</summary>
internal sealed class ReportTable(string id, string caption, params (string Head, string Explanation)[] columns)
{
    private readonly List<(string Style, string[] Cells)> _rows = [];

    /// <summary>Gets the head of the first column.</summary>
    public string FirstHead { get; init; } = "Portfolio";

    /// <summary>Adds a row; the cells are escaped here.</summary>
    public void Add(string name, params string[] cells) => AddStyled(string.Empty, name, cells);

    /// <summary>Adds a row with a CSS class of its own.</summary>
    public void AddStyled(string style, string name, params string[] cells) => _rows.Add((style, [name, .. cells]));

    public void Write(TextWriter output)
    {
        // The caption stands above the box that scrolls, or a phone would cut it off; the table is still named by it.
        output.WriteLine($"<h3 id=\"{id}\">{Display.Escape(caption)}</h3>");
        output.WriteLine($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{id}\"><table aria-labelledby=\"{id}\">");
        output.Write($"<thead><tr><th scope=\"col\">{Display.Escape(FirstHead)}</th>");
        foreach (var (head, explanation) in columns)
            output.Write($"<th scope=\"col\" title=\"{Display.Escape(explanation)}\">{Display.Escape(head)}</th>");
        output.WriteLine("</tr></thead><tbody>");
        foreach (var (style, row) in _rows)
        {
            output.Write(style.Length == 0 ? "<tr>" : $"<tr class=\"{style}\">");
            output.Write($"<th scope=\"row\">{Display.Escape(row[0])}</th>");
            foreach (var cell in row.Skip(1))
                output.Write($"<td>{Display.Escape(cell)}</td>");
            output.WriteLine("</tr>");
        }

        output.WriteLine("</tbody></table></div>");
    }
}

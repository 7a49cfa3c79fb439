using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Figures;

/// <summary>A drawing of any kind with the numbers behind it.</summary>
/// <param name="Id">Its anchor and the name of its CSV file: lower case, no spaces, unique in the report.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Caption">How to read it.</param>
public sealed record FigureBlock(string Id, string Title, string Caption) : ReportBlock
{
    /// <summary>Gets the heads of the CSV file's columns.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Gets the rows of the CSV file; numbers unrounded, empty where not defined.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Gets the series that a key above the drawing names: CSS class and name.</summary>
    internal IReadOnlyList<(string Style, string Name)> Legend { get; init; } = [];

    /// <summary>Gets what draws it.</summary>
    public required Action<TextWriter> Draw { get; init; }

    /// <summary>Writes heading, key, drawing and caption.</summary>
    internal void Write(TextWriter output)
    {
        output.WriteLine($"<h3>{Display.Escape(Title)}</h3>");
        if (Legend.Count > 1)
        {
            output.WriteLine("<ul class=\"legend\">");
            foreach (var (style, name) in Legend)
                output.WriteLine($"<li><svg class=\"key\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"dot {style}\" cx=\"6\" cy=\"6\" r=\"4.5\"/></svg>{Display.Escape(name)}</li>");
            output.WriteLine("</ul>");
        }

        output.WriteLine($"<figure id=\"{Id}\">");
        Draw(output);
        output.WriteLine($"<figcaption>{Display.Escape(Caption)}</figcaption>\n</figure>");
    }
}

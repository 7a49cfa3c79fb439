namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>The legend of a chart, above it: readable where the chart is small.</summary>
internal static class ChartLegend
{
    /// <summary>Writes the legend; nothing for a chart without keys.</summary>
    public static void Write(Chart chart, TextWriter output)
    {
        if (chart.Keys.Count == 0)
            return;
        output.WriteLine("<ul class=\"legend\">");
        foreach (var key in chart.Keys)
        {
            var (width, shape) = Shape(key);
            output.WriteLine($"<li><svg class=\"key\" viewBox=\"0 0 {width} 12\" "
                + $"aria-hidden=\"true\">{shape}</svg>{Display.Escape(key.Name)}</li>");
        }

        output.WriteLine("</ul>");
    }

    private static (int Width, string Markup) Shape(ChartKey key) => key.Mark switch
    {
        ChartMark.Line => (30, $"<line class=\"{key.Style}\" x1=\"0\" x2=\"30\" y1=\"6\" y2=\"6\"/>"),
        ChartMark.Box => (30, $"<rect class=\"{key.Style}\" width=\"30\" height=\"12\"/>"),
        _ => (12, $"<circle class=\"dot {key.Style}\" cx=\"6\" cy=\"6\" r=\"4.5\"/>")
    };
}

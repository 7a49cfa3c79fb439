namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>The key of a chart, above it: readable where the chart is small.</summary>
internal static class ChartLegend
{
    public static void Write(ChartBlock chart, TextWriter output)
    {
        output.WriteLine("<ul class=\"legend\">");
        foreach (var line in chart.Lines.Where(line => chart is not PointsChart { Joined: false } || PointsDrawing.IsLevel(line)))
        {
            var shape = chart is BarsChart
                ? $"<rect class=\"bar {line.Style}\" width=\"30\" height=\"12\"/>"
                : $"<line class=\"{line.Style}\" x1=\"0\" x2=\"30\" y1=\"6\" y2=\"6\"/>";
            output.WriteLine($"<li>{Key(shape)}{Display.Escape(line.Name)}</li>");
        }

        if (chart.Range is { } range)
            output.WriteLine($"<li>{Key("<rect class=\"band\" width=\"30\" height=\"12\"/>")}{Display.Escape(range.Name)}</li>");
        output.WriteLine("</ul>");
    }

    private static string Key(string shape) => $"<svg class=\"key\" viewBox=\"0 0 30 12\" aria-hidden=\"true\">{shape}</svg>";
}

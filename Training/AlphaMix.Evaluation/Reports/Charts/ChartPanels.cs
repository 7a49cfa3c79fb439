namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Charts with intervals side by side, two a row; on phones one below the other.</summary>
internal sealed record ChartPanels : Chart
{
    private const double Height = 270;

    /// <summary>Gets the charts, each with its name, title and description.</summary>
    public required IReadOnlyList<(string Name, string Title, string Description, IntervalChart Chart)> Panels { get; init; }

    /// <inheritdoc/>
    public override required ChartRecords Records { get; init; }

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        output.WriteLine("<div class=\"panels\">");
        for (var p = 0; p < Panels.Count; p++)
        {
            var (name, title, description, chart) = Panels[p];
            output.WriteLine("<div>");
            output.WriteLine($"<p class=\"note\"><b>{Display.Escape(name)}</b></p>");
            chart.Draw(new ChartFrame($"{frame.Id}-{p}", title, description), output, "half", Svg.Half, Height);
            output.WriteLine("</div>");
        }

        output.WriteLine("</div>");
    }
}

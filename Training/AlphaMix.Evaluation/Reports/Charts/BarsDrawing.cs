namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Draws a <see cref="BarsChart"/> as inline SVG.</summary>
internal sealed class BarsDrawing(BarsChart chart, ChartFrame frame, ChartLayout layout)
{
    private readonly PlotArea _area = new(layout, chart.Lines.SelectMany(line => line.Points).Select(point => point.Y).Append(0));

    public void Write(TextWriter output)
    {
        _area.Begin(output, frame, $"{chart.YTitle} by {chart.XTitle}, side by side for "
            + $"{Display.List([.. chart.Lines.Select(line => line.Name)])}.");
        _area.WriteFrame(output, chart.XTitle, chart.YTitle);
        var room = _area.Width / chart.Categories.Count;
        var width = room * 0.8 / Math.Max(1, chart.Lines.Count);

        // On a phone every other label, or they run into each other.
        var apart = room < 44 ? 2 : 1;
        for (var c = 0; c < chart.Categories.Count; c += apart)
            _area.WriteTick(output, _area.Left + (c + 0.5) * room, chart.Categories[c]);
        for (var l = 0; l < chart.Lines.Count; l++)
        {
            foreach (var point in chart.Lines[l].Points.Where(point => double.IsFinite(point.Y)))
            {
                var left = _area.Left + (point.X + 0.1) * room + l * width;
                var top = Math.Min(_area.Y(point.Y), _area.Zero);
                output.WriteLine(
                    $"<rect class=\"bar {chart.Lines[l].Style}\" x=\"{Display.Coordinate(left)}\" y=\"{Display.Coordinate(top)}\" "
                        + $"width=\"{Display.Coordinate(width)}\" "
                    + $"height=\"{Display.Coordinate(Math.Abs(_area.Zero - _area.Y(point.Y)))}\"/>");
            }
        }

        output.WriteLine("</svg>");
    }
}

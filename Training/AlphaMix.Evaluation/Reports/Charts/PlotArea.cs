namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>The frame of a drawing with two number axes: where values lie, grid lines, titles. Pixels.</summary>
internal sealed class PlotArea
{
    private const int Top = 26;
    private const int Bottom = 44;

    private readonly ChartLayout _layout;
    private readonly Axis _axis;

    public PlotArea(ChartLayout layout, IEnumerable<double> values)
    {
        var shown = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        _axis = Axis.Around(shown.Min(), shown.Max(), ticks: 5);
        _layout = layout with { Left = 16 + 7 * _axis.Ticks().Max(tick => Number(tick).Length) };
    }

    public double Left => _layout.Left;

    public double Width => _layout.Width - _layout.Left - 16;

    public double Lowest => _layout.Height - Bottom;

    public double Zero => Y(Math.Clamp(0, _axis.Low, _axis.High));

    public double Y(double value) => Lowest - (value - _axis.Low) / (_axis.High - _axis.Low) * (Lowest - Top);

    public void Begin(TextWriter output, ChartFrame frame, string description) =>
        new Svg(output).Open(frame, _layout.Style, _layout.Width, _layout.Height, description);

    public void WriteFrame(TextWriter output, string xTitle, string yTitle)
    {
        foreach (var tick in _axis.Ticks())
        {
            var y = Display.Coordinate(Y(tick));
            output.WriteLine($"<line class=\"{(Math.Abs(tick) < 1e-9 ? "zero" : "grid")}\" x1=\"{_layout.Left}\" "
                + $"x2=\"{Display.Coordinate(Left + Width)}\" y1=\"{y}\" y2=\"{y}\"/>");
            output.WriteLine($"<text class=\"tick\" x=\"{_layout.Left - 7}\" y=\"{y}\" dy=\"0.35em\" "
                + $"text-anchor=\"end\">{Number(tick)}</text>");
        }

        output.WriteLine($"<text class=\"axis\" x=\"4\" y=\"14\">{Display.Escape(yTitle)}</text>");
        output.WriteLine($"<text class=\"axis\" x=\"{Display.Coordinate(Left + Width / 2)}\" y=\"{_layout.Height - 6}\" "
            + $"text-anchor=\"middle\">{Display.Escape(xTitle)}</text>");
    }

    public void WriteTick(TextWriter output, double x, string text)
    {
        var at = Display.Coordinate(x);
        output.WriteLine($"<line class=\"grid\" x1=\"{at}\" x2=\"{at}\" y1=\"{Display.Coordinate(Lowest)}\" "
            + $"y2=\"{Display.Coordinate(Lowest + 5)}\"/>");
        output.WriteLine($"<text class=\"tick\" x=\"{at}\" y=\"{Display.Coordinate(Lowest + 18)}\" "
            + $"text-anchor=\"middle\">{Display.Escape(text)}</text>");
    }

    private string Number(double tick) => Display.Formatted(tick, _axis.Format);
}

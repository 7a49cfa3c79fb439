namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>One value with its interval a row, names at the left; on phones names stand above.</summary>
internal sealed record RowChart : Chart
{
    private const double Bottom = 40;

    /// <summary>Gets the rows; a point's x is not used.</summary>
    public required IReadOnlyList<(string Name, IntervalPoint Point)> Rows { get; init; }

    /// <summary>Gets the title of the value axis.</summary>
    public required string XTitle { get; init; }

    /// <summary>Gets how values are printed.</summary>
    public required Func<double, string> Format { get; init; }

    /// <inheritdoc/>
    public override required ChartRecords Records { get; init; }

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        Draw(frame, output, "wide", Svg.Wide, rowHeight: 25, 18 + Rows.Max(row => Svg.WidthOf(row.Name)), namesAbove: false);
        Draw(frame, output, "narrow", Svg.Narrow, rowHeight: 40, 12, namesAbove: true);
    }

    private void Draw(
        ChartFrame frame, TextWriter output, string style, double width, double rowHeight, double left, bool namesAbove)
    {
        var svg = new Svg(output);
        var values = Rows.SelectMany(row => new[] { row.Point.Value, row.Point.Low, row.Point.High }).Where(double.IsFinite).Append(0)
            .ToArray();
        var axis = Axis.Fine(values.Min(), values.Max(), namesAbove ? 3 : 6);
        var height = 6 + Rows.Count * rowHeight + Bottom;
        double X(double value) => left + (value - axis.Low) / (axis.High - axis.Low) * (width - left - 26);

        svg.Open(frame, style, width, height, frame.Caption);
        foreach (var tick in axis.Ticks())
        {
            svg.Line(Math.Abs(tick) < 1e-12 ? "zero" : "grid", X(tick), 6, X(tick), height - Bottom);
            svg.Text("tick", X(tick), height - Bottom + 13, Format(tick), tick == axis.Low && namesAbove ? "start" : "middle");
        }

        svg.Text("tick", left + (width - left - 26) / 2, height - 8, XTitle, "middle");
        for (var r = 0; r < Rows.Count; r++)
        {
            var (name, point) = Rows[r];
            var top = 6 + r * rowHeight;
            var y = top + (namesAbove ? 29 : rowHeight / 2);
            svg.Text("label", namesAbove ? left : left - 12, namesAbove ? top + 11 : y, name, namesAbove ? "start" : "end");
            if (!double.IsFinite(point.Value))
                continue;
            if (double.IsFinite(point.Low) && double.IsFinite(point.High))
                svg.Line("whisker s0", X(point.Low), y, X(point.High), y);
            svg.Dot("dot s0", X(point.Value), y, 4);
        }

        svg.Close();
    }
}

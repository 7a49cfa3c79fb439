namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Values with their intervals over categories or over a number.</summary>
internal sealed record IntervalChart : Chart
{
    private const double Top = 10;
    private const double Bottom = 42;
    private const double Right = 20;
    private const double Apart = 9;

    /// <summary>Gets the Series.</summary>
    public required IReadOnlyList<IntervalSeries> Series { get; init; }

    /// <summary>Gets the names of the categories; empty when x is a number.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Gets the title of the x axis.</summary>
    public required string XTitle { get; init; }

    /// <summary>Gets how values are printed.</summary>
    public required Func<double, string> Format { get; init; }

    /// <summary>Gets a value indicating whether the line of equal x and y is drawn.</summary>
    public bool Diagonal { get; init; }

    /// <inheritdoc/>
    public override required ChartRecords Records { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ChartKey> Keys =>
        Series.Count < 2 ? [] : [.. Series.Select(one => new ChartKey(one.Name, one.Style, ChartMark.Dot))];

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        Draw(frame, output, "wide", Svg.Wide, 300);
        Draw(frame, output, "narrow", Svg.Narrow, 260);
    }

    /// <summary>Writes one drawing of a size.</summary>
    internal void Draw(ChartFrame frame, TextWriter output, string style, double width, double height)
    {
        var svg = new Svg(output);
        var points = Series.SelectMany(one => one.Points).Where(point => double.IsFinite(point.Value)).ToArray();
        var values = points.SelectMany(point => new[] { point.Value, point.Low, point.High }).Where(double.IsFinite).ToArray();
        var y = Values(Diagonal ? [.. values, .. points.Select(point => point.X)] : values);
        var x = Categories.Count > 0 ? new Axis(-0.5, Categories.Count - 0.5, 1)
            : Diagonal ? Values([.. points.Select(point => point.X)]) : y;
        var left = 14 + y.Ticks().Max(tick => Svg.WidthOf(Format(tick)));
        double X(double value) => left + (value - x.Low) / (x.High - x.Low) * (width - left - Right);
        double Y(double value) => height - Bottom - (value - y.Low) / (y.High - y.Low) * (height - Top - Bottom);

        svg.Open(frame, style, width, height, frame.Caption);
        foreach (var tick in y.Ticks())
        {
            svg.Line(Math.Abs(tick) < 1e-12 ? "zero" : "grid", left, Y(tick), width - Right, Y(tick));
            svg.Text("tick", left - 7, Y(tick), Format(tick), "end");
        }

        if (Categories.Count > 0)
        {
            for (var c = 0; c < Categories.Count; c++)
                svg.Text("tick", X(c), height - Bottom + 14, Categories[c], "middle");
        }
        else
        {
            foreach (var tick in x.Ticks())
                svg.Text("tick", X(tick), height - Bottom + 14, Format(tick), "middle");
        }

        svg.Text("tick", left + (width - left - Right) / 2, height - 9, XTitle, "middle");
        if (Diagonal)
        {
            var (low, high) = (Math.Max(x.Low, y.Low), Math.Min(x.High, y.High));
            svg.Line("zero dashed", X(low), Y(low), X(high), Y(high));
        }

        for (var s = 0; s < Series.Count; s++)
            Draw(svg, Series[s], point => X(point.X) + (s - (Series.Count - 1) / 2.0) * Apart, Y);
        svg.Close();
    }

    private static Axis Values(double[] values) =>
        values.Length == 0 ? Axis.Around(-1, 1, 4) : Axis.Fine(values.Min(), values.Max(), 5);

    private static void Draw(Svg svg, IntervalSeries one, Func<IntervalPoint, double> x, Func<double, double> y)
    {
        foreach (var point in one.Points.Where(point => double.IsFinite(point.Value)))
        {
            if (double.IsFinite(point.Low) && double.IsFinite(point.High))
                svg.Line($"whisker {one.Style}", x(point), y(point.Low), x(point), y(point.High));
            svg.Dot($"dot {one.Style}", x(point), y(point.Value), 3.4);
        }
    }
}

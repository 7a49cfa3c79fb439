namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>A table of values as shades: blue above 0, orange below; NaN stays empty. On phones rows and columns change places.</summary>
internal sealed record HeatMap : Chart
{
    private const double RowHeight = 26;
    private const double Top = 22;

    // Text on a cell must stay readable: the darkest shade leaves a contrast above 4.5 with the page's ink.
    private const double Darkest = 0.5;

    /// <summary>Gets the names of the rows.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Gets the names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Gets the values, by row and column; NaN where there is none.</summary>
    public required Func<int, int, double> Value { get; init; }

    /// <summary>Gets how values are printed in the cells.</summary>
    public required Func<double, string> Format { get; init; }

    /// <summary>Gets a value indicating whether shades begin at the smallest value rather than at 0.</summary>
    public bool FromSmallest { get; init; }

    /// <inheritdoc/>
    public override required ChartRecords Records { get; init; }

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        Draw(output, frame, "wide", Svg.Wide, Rows, Columns, Value);
        Draw(output, frame, "narrow", Svg.Narrow, Columns, Rows, (row, column) => Value(column, row));
    }

    private void Draw(
        TextWriter output, ChartFrame frame, string style, double width, IReadOnlyList<string> down, IReadOnlyList<string> across,
        Func<int, int, double> cell)
    {
        var svg = new Svg(output);
        double[] all =
        [
            .. Enumerable.Range(0, down.Count).SelectMany(r => Enumerable.Range(0, across.Count).Select(c => cell(r, c)))
            .Where(double.IsFinite)
        ];
        var lowest = FromSmallest && all.Length > 0 ? all.Min() : 0;
        var largest = all.Length == 0 ? 1 : Math.Max(all.Max(one => Math.Abs(one - lowest)), 1e-12);
        var left = 12 + Math.Min(down.Max(Svg.WidthOf), width / 3);
        var size = (width - left - 2) / across.Count;
        var showText = all.Length > 0 && size >= 6 + all.Max(one => Svg.WidthOf(Format(one)));

        svg.Open(frame, style, width, Top + down.Count * RowHeight + 2, frame.Caption);
        WriteHeads(svg, across, left, size);
        for (var r = 0; r < down.Count; r++)
        {
            var y = Top + r * RowHeight;
            svg.Text("label", left - 8, y + RowHeight / 2, down[r], "end");
            for (var c = 0; c < across.Count; c++)
            {
                var found = cell(r, c);
                if (!double.IsFinite(found))
                    continue;
                var shade = found >= lowest ? "heat up" : "heat down";
                svg.Box(shade, left + c * size, y, size - 1.5, RowHeight - 1.5, Darkest * Math.Abs(found - lowest) / largest);
                if (showText)
                    svg.Text("cell", left + c * size + (size - 1.5) / 2, y + (RowHeight - 1.5) / 2, Format(found), "middle");
            }
        }

        svg.Close();
    }

    private static void WriteHeads(Svg svg, IReadOnlyList<string> across, double left, double size)
    {
        var every = (int)Math.Ceiling((across.Max(Svg.WidthOf) + 6) / size);
        for (var c = 0; c < across.Count; c += every)
        {
            // The first of a few labels begins where its column does: centred it would reach over the rows' names.
            var isAtEdge = every > 1 && c == 0;
            svg.Text("tick", isAtEdge ? left : left + (c + 0.5) * size, 10, across[c], isAtEdge ? "start" : "middle");
        }
    }
}

using System.Text;

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Which instruments were held on which days: a row an instrument, a mark a day. Without rows nothing is drawn.</summary>
internal sealed record RasterChart : Chart
{
    private const double RowHeight = 15;
    private const double Top = 4;
    private const double Bottom = 24;
    private const double LabelWidth = 75;

    private static readonly int[] RoundMonths = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>Gets the Days.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>Gets the rows: a name, and whether it was held on each day.</summary>
    public required IReadOnlyList<(string Name, bool[] Held)> Rows { get; init; }

    /// <inheritdoc/>
    public override required ChartRecords Records { get; init; }

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        if (Rows.Count == 0)
            return;
        Draw(frame, output, "wide", Svg.Wide);
        Draw(frame, output, "narrow", Svg.Narrow);
    }

    private void Draw(ChartFrame frame, TextWriter output, string style, double width)
    {
        var svg = new Svg(output);
        var left = 12 + Rows.Max(row => Svg.WidthOf(row.Name));
        var size = (width - left - 4) / Days.Count;
        var height = Top + Rows.Count * RowHeight + Bottom;
        svg.Open(frame, style, width, height, frame.Caption);
        var apart = MonthsApart((width - left) / LabelWidth);
        for (var day = 1; day < Days.Count; day++)
        {
            var x = left + day * size;
            if (Days[day].Month == Days[day - 1].Month || (12 * Days[day].Year + Days[day].Month - 1) % apart != 0)
                continue;
            if (x < left + 20 || x > width - 28)
                continue;
            svg.Line("grid", x, Top, x, height - Bottom + 4);
            svg.Text("tick", x, height - Bottom + 14, Display.Day(Days[day])[..7], "middle");
        }

        for (var r = 0; r < Rows.Count; r++)
        {
            var y = Top + (r + 0.5) * RowHeight;
            svg.Text("label small", left - 8, y, Rows[r].Name, "end");
            svg.Line("grid", left, y, width - 4, y);
            svg.Path("picks", Marks(Rows[r].Held, left, size, y));
        }

        svg.Close();
    }

    private int MonthsApart(double labels)
    {
        var months = 12 * (Days[^1].Year - Days[0].Year) + Days[^1].Month - Days[0].Month;
        return RoundMonths.FirstOrDefault(apart => months / apart <= labels, RoundMonths[^1]);
    }

    // One stroke a run of Days.
    private static string Marks(bool[] held, double left, double size, double y)
    {
        var marks = new StringBuilder();
        for (var day = 0; day < held.Length; day++)
        {
            if (!held[day])
                continue;
            var end = day;
            while (end + 1 < held.Length && held[end + 1])
                end++;
            marks.Append('M').Append(Display.Coordinate(left + day * size)).Append(' ').Append(Display.Coordinate(y))
                .Append('H').Append(Display.Coordinate(left + (end + 1) * size));
            day = end;
        }

        return marks.ToString();
    }
}

using System.Text;

namespace AlphaMix.Evaluation.Reports.Figures;

/// <summary>Draws which instruments were held on which days: a row an instrument, a mark a day.</summary>
internal sealed class PickRaster(
    string id, string title, string description, IReadOnlyList<DateOnly> days, IReadOnlyList<(string Name, bool[] Held)> rows)
{
    private const double RowHeight = 15;
    private const double Top = 4;
    private const double Bottom = 24;
    private const double LabelWidth = 75;

    private static readonly int[] RoundMonths = [1, 2, 3, 6, 12, 24, 60, 120];

    public void Write(TextWriter output)
    {
        Write(output, "wide", Svg.Wide);
        Write(output, "narrow", Svg.Narrow);
    }

    private void Write(TextWriter output, string style, double width)
    {
        var svg = new Svg(output);
        var left = 12 + rows.Max(row => Svg.WidthOf(row.Name));
        var size = (width - left - 4) / days.Count;
        var height = Top + rows.Count * RowHeight + Bottom;
        svg.Open($"{id}-{style}", style, width, height, title, description);
        var apart = MonthsApart((width - left) / LabelWidth);
        for (var day = 1; day < days.Count; day++)
        {
            var x = left + day * size;
            if (days[day].Month == days[day - 1].Month || (12 * days[day].Year + days[day].Month - 1) % apart != 0 || x < left + 20 || x > width - 28)
                continue;
            svg.Line("grid", x, Top, x, height - Bottom + 4);
            svg.Text("tick", x, height - Bottom + 14, Display.Day(days[day])[..7], "middle");
        }

        for (var r = 0; r < rows.Count; r++)
        {
            var y = Top + (r + 0.5) * RowHeight;
            svg.Text("label small", left - 8, y, rows[r].Name, "end");
            svg.Line("grid", left, y, width - 4, y);
            svg.Path("picks", Marks(rows[r].Held, left, size, y));
        }

        svg.Close();
    }

    private int MonthsApart(double labels)
    {
        var months = 12 * (days[^1].Year - days[0].Year) + days[^1].Month - days[0].Month;
        return RoundMonths.FirstOrDefault(apart => months / apart <= labels, RoundMonths[^1]);
    }

    // One stroke a run of days.
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

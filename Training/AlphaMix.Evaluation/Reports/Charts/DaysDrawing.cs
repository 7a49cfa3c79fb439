using System.Text;

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>
/// Draws a <see cref="DaysChart"/> as inline SVG: the range, lines, grid lines, and the lines' names where there is room.
/// </summary>
internal sealed class DaysDrawing(DaysChart chart, ChartFrame frame)
{
    private const int LabelHeight = 15;

    private static readonly int[] RoundMonths = [1, 2, 3, 6, 12, 24, 60, 120];

    private readonly DateOnly[] _days = [.. chart.Days];
    private readonly double[][] _lines = [.. chart.Lines.Select(line => line.Points.Select(point => point.Y).ToArray())];
    private readonly double[] _low = [.. chart.Range?.Points.Select(point => point.Low) ?? []];
    private readonly double[] _high = [.. chart.Range?.Points.Select(point => point.High) ?? []];

    public void Write(TextWriter output, ChartLayout layout)
    {
        var all = _lines.SelectMany(line => line).Concat(_low).Concat(_high).Where(double.IsFinite).ToArray();
        all = chart.FromZero || all.Length == 0 ? [.. all, 0] : all;
        var axis = Axis.Around(all.Min(), all.Max(), ticks: layout.Height > 260 ? 6 : 4);
        layout = layout with
        {
            Left = 14 + 7 * axis.Ticks().Max(tick => Format(tick, axis.Format).Length),
            Right = layout.NamesAtLines ? chart.Lines.Select(line => NameWidth(line.Name)).Append(layout.Right).Max() : layout.Right
        };
        new Svg(output).Open(frame, layout.Style, layout.Width, layout.Height, Description());
        WriteValues(output, layout, axis);
        WriteDays(output, layout);
        if (chart.Range is not null)
            output.WriteLine($"<path class=\"band\" d=\"{Path(layout, axis, _high)}{Path(layout, axis, _low, backwards: true)}Z\"/>");
        for (var l = 0; l < _lines.Length; l++)
            output.WriteLine($"<path class=\"line {chart.Lines[l].Style}\" d=\"{Path(layout, axis, _lines[l])}\"/>");
        if (layout.NamesAtLines)
            WriteNames(output, layout, axis);
        output.WriteLine("</svg>");
    }

    private string Description()
    {
        var ends = string.Join(", ", chart.Lines.Select((line, l) => $"{line.Name} "
            + $"{(chart.IsPercent ? Display.Percent(End(l)) : Display.Ratio(End(l)))}"));
        return $"{(chart.IsPercent ? "Percent by day." : frame.Caption)} At the end: {ends}.";
    }

    // Names are bold: wider than other text.
    private static int NameWidth(string name) => 10 + 8 * name.Length;

    private double End(int line) => _lines[line].LastOrDefault(double.IsFinite, double.NaN);

    private string Format(double value, string format) =>
        chart.IsPercent ? Display.Percent(value, format) : Display.Formatted(value, format);

    private static double Y(ChartLayout layout, Axis axis, double value) =>
        layout.Height - ChartLayout.Bottom
        - (value - axis.Low) / (axis.High - axis.Low) * (layout.Height - ChartLayout.Top - ChartLayout.Bottom);

    private double X(ChartLayout layout, int point) =>
        layout.Left + (double)point / _days.Length * (layout.Width - layout.Left - layout.Right);

    // Point 0 is the start, before the first return; point d + 1 comes after the return of day d.
    private string Path(ChartLayout layout, Axis axis, double[] values, bool backwards = false)
    {
        var path = new StringBuilder();
        var isBroken = !backwards;
        for (var p = 0; p <= values.Length; p++)
        {
            var point = backwards ? values.Length - p : p;
            var value = point > 0 ? values[point - 1] : chart.FromZero ? 0 : double.NaN;
            if (double.IsNaN(value))
            {
                isBroken = true;
                continue;
            }

            path.Append(isBroken ? 'M' : 'L')
                .Append(Display.Coordinate(X(layout, point))).Append(' ').Append(Display.Coordinate(Y(layout, axis, value)));
            isBroken = false;
        }

        return path.ToString();
    }

    private void WriteValues(TextWriter output, ChartLayout layout, Axis axis)
    {
        foreach (var tick in axis.Ticks())
        {
            var y = Display.Coordinate(Y(layout, axis, tick));
            var style = Math.Abs(tick) < 1e-9 ? "zero" : "grid";
            output.WriteLine($"<line class=\"{style}\" x1=\"{layout.Left}\" x2=\"{layout.Width - layout.Right}\" y1=\"{y}\" y2=\"{y}\"/>");
            output.WriteLine(
                $"<text class=\"tick\" x=\"{layout.Left - 7}\" y=\"{y}\" dy=\"0.35em\" "
                    + $"text-anchor=\"end\">{Format(tick, axis.Format)}</text>");
        }
    }

    // A label where a month begins, every so many months, so that labels stay a finger apart.
    private void WriteDays(TextWriter output, ChartLayout layout)
    {
        var months = Math.Max(1, (_days[^1].Year - _days[0].Year) * 12 + _days[^1].Month - _days[0].Month);
        var room = (layout.Width - layout.Left - layout.Right) / 70;
        var apart = RoundMonths.First(step => months / step <= room || step == RoundMonths[^1]);
        var lowest = layout.Height - ChartLayout.Bottom;
        for (var day = 1; day < _days.Length; day++)
        {
            var number = _days[day].Year * 12 + _days[day].Month - 1;
            if (_days[day].Month == _days[day - 1].Month || number % apart != 0)
                continue;
            var x = X(layout, day);
            if (x < layout.Left + 24 || x > layout.Width - layout.Right - 24)
                continue;
            var at = Display.Coordinate(x);
            output.WriteLine($"<line class=\"grid\" x1=\"{at}\" x2=\"{at}\" y1=\"{lowest}\" y2=\"{lowest + 5}\"/>");
            output.WriteLine(
                $"<text class=\"tick\" x=\"{at}\" y=\"{lowest + 19}\" text-anchor=\"middle\">{Display.Day(_days[day])[..7]}</text>");
        }
    }

    // Names at the lines' ends, pushed apart so that none covers another.
    private void WriteNames(TextWriter output, ChartLayout layout, Axis axis)
    {
        var ends = chart.Lines.Select((line, l) => (Line: line, Y: Y(layout, axis, End(l)))).Where(end => !double.IsNaN(end.Y))
            .OrderBy(end => end.Y).ToArray();
        var places = Array.ConvertAll(ends, end => end.Y);
        for (var i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1] + LabelHeight);
        var lowest = (double)(layout.Height - ChartLayout.Bottom);
        for (var i = places.Length - 1; i >= 0 && places[i] > lowest; i--)
        {
            places[i] = lowest;
            lowest -= LabelHeight;
        }

        for (var i = 0; i < ends.Length; i++)
        {
            output.WriteLine(
                $"<text class=\"name {ends[i].Line.Style}\" x=\"{layout.Width - layout.Right + 6}\" "
                    + $"y=\"{Display.Coordinate(places[i])}\" dy=\"0.35em\">"
                + $"{Display.Escape(ends[i].Line.Name)}</text>");
        }
    }
}

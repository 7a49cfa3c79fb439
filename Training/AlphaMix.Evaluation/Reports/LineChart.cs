using System.Text;

namespace AlphaMix.Evaluation.Reports;

/// <summary>Draws percent over days as inline SVG: a band, lines, grid lines, and the lines' names where there is room.</summary>
internal sealed class LineChart(string id, string title, string description, DateOnly[] days, ChartBand? band, IReadOnlyList<ChartSeries> series)
{
    private const int LabelHeight = 15;

    private static readonly int[] RoundMonths = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>Gets how a value is printed, given the format that the axis wants; percent unless said otherwise.</summary>
    public Func<double, string, string> Format { get; init; } = Display.Percent;

    public void Write(TextWriter output, ChartLayout layout)
    {
        var all = series.SelectMany(line => line.Values).Concat(band is null ? [] : band.Low.Concat(band.High)).Append(0);
        var axis = Axis.Around(all.Min(), all.Max(), ticks: layout.Height > 260 ? 6 : 4);
        layout = layout with { Left = 14 + 7 * axis.Ticks().Max(tick => Format(tick, axis.Format).Length) };
        var name = $"{id}-{layout.Style}";
        output.Write($"""
            <svg class="{layout.Style}" viewBox="0 0 {layout.Width} {layout.Height}" role="img" aria-labelledby="{name}-t {name}-d">
            <title id="{name}-t">{Display.Escape(title)}</title>
            <desc id="{name}-d">{Display.Escape(description)}</desc>

            """);
        WriteValues(output, layout, axis);
        WriteDays(output, layout);
        if (band is not null)
            output.WriteLine($"<path class=\"band\" d=\"{Path(layout, axis, band.High)}{Path(layout, axis, band.Low, backwards: true)}Z\"/>");
        foreach (var line in series)
            output.WriteLine($"<path class=\"line {line.Style}\" d=\"{Path(layout, axis, line.Values)}\"/>");
        if (layout.NamesAtLines)
            WriteNames(output, layout, axis);
        output.WriteLine("</svg>");
    }

    private static double Y(ChartLayout layout, Axis axis, double value) =>
        layout.Height - ChartLayout.Bottom
        - (value - axis.Low) / (axis.High - axis.Low) * (layout.Height - ChartLayout.Top - ChartLayout.Bottom);

    private double X(ChartLayout layout, int point) =>
        layout.Left + (double)point / days.Length * (layout.Width - layout.Left - layout.Right);

    // Point 0 is the start, before the first return; point d + 1 comes after the return of day d.
    private string Path(ChartLayout layout, Axis axis, double[] values, bool backwards = false)
    {
        var path = new StringBuilder();
        for (var p = 0; p <= values.Length; p++)
        {
            var point = backwards ? values.Length - p : p;
            var value = point == 0 ? 0 : values[point - 1];
            path.Append(p == 0 && !backwards ? 'M' : 'L')
                .Append(Display.Coordinate(X(layout, point))).Append(' ').Append(Display.Coordinate(Y(layout, axis, value)));
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
                $"<text class=\"tick\" x=\"{layout.Left - 7}\" y=\"{y}\" dy=\"0.35em\" text-anchor=\"end\">{Format(tick, axis.Format)}</text>");
        }
    }

    // A label where a month begins, every so many months, so that labels stay a finger apart.
    private void WriteDays(TextWriter output, ChartLayout layout)
    {
        var months = Math.Max(1, (days[^1].Year - days[0].Year) * 12 + days[^1].Month - days[0].Month);
        var room = (layout.Width - layout.Left - layout.Right) / 70;
        var apart = RoundMonths.First(step => months / step <= room || step == RoundMonths[^1]);
        var lowest = layout.Height - ChartLayout.Bottom;
        for (var day = 1; day < days.Length; day++)
        {
            var number = days[day].Year * 12 + days[day].Month - 1;
            if (days[day].Month == days[day - 1].Month || number % apart != 0)
                continue;
            var x = X(layout, day);
            if (x < layout.Left + 24 || x > layout.Width - layout.Right - 24)
                continue;
            output.WriteLine($"<line class=\"grid\" x1=\"{Display.Coordinate(x)}\" x2=\"{Display.Coordinate(x)}\" y1=\"{lowest}\" y2=\"{lowest + 5}\"/>");
            output.WriteLine(
                $"<text class=\"tick\" x=\"{Display.Coordinate(x)}\" y=\"{lowest + 19}\" text-anchor=\"middle\">{Display.Day(days[day])[..7]}</text>");
        }
    }

    // Names at the lines' ends, pushed apart so that none covers another.
    private void WriteNames(TextWriter output, ChartLayout layout, Axis axis)
    {
        var ends = series.OrderBy(line => Y(layout, axis, line.Values[^1])).ToArray();
        var places = Array.ConvertAll(ends, line => Y(layout, axis, line.Values[^1]));
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
                $"<text class=\"name {ends[i].Style}\" x=\"{layout.Width - layout.Right + 6}\" y=\"{Display.Coordinate(places[i])}\" dy=\"0.35em\">"
                + $"{Display.Escape(ends[i].Name)}</text>");
        }
    }
}

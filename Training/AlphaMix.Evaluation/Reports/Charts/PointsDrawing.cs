using System.Globalization;
using System.Text;

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>
/// Draws a <see cref="PointsChart"/> as inline SVG: range, lines, deviations, marks, and names where points are not joined.
/// </summary>
internal sealed class PointsDrawing
{
    private const double NameHeight = 15;
    private const double NameWidth = 9;

    private readonly PointsChart _chart;
    private readonly ChartFrame _frame;
    private readonly PlotArea _area;
    private readonly double[] _xs;

    public PointsDrawing(PointsChart chart, ChartFrame frame, ChartLayout layout)
    {
        (_chart, _frame) = (chart, frame);
        var points = chart.Lines.SelectMany(line => line.Points).ToArray();
        var range = chart.Range?.Points ?? [];
        _area = new PlotArea(
            layout,
            points.SelectMany(point => new[] { point.Y, point.Y - Spread(point), point.Y + Spread(point) })
                .Concat(range.SelectMany(each => new[] { each.Low, each.High })));
        _xs = [.. points.Select(point => point.X).Concat(chart.Joined ? range.Select(each => each.X) : [])
            .Where(double.IsFinite).Distinct().Order()];
    }

    public void Write(TextWriter output)
    {
        var seen = _chart.Lines
            .SelectMany(line => line.Points.Select(point => $"{line.Name} at {Display.Machine(point.X)}: {Display.Ratio(point.Y)}"));
        _area.Begin(output, _frame, $"{_chart.YTitle} over {_chart.XTitle}. {string.Join("; ", seen)}.");
        _area.WriteFrame(output, _chart.XTitle, _chart.YTitle);
        foreach (var x in Ticks())
            _area.WriteTick(output, X(x), Short(x));
        if (_chart.Range is { Points.Count: > 0 } level && !_chart.Joined)
            output.WriteLine(
                $"<rect class=\"band\" x=\"{Display.Coordinate(_area.Left)}\" y=\"{Display.Coordinate(_area.Y(level.Points[0].High))}\" "
                    + $"width=\"{Display.Coordinate(_area.Width)}\" "
                + $"height=\"{Display.Coordinate(_area.Y(level.Points[0].Low) - _area.Y(level.Points[0].High))}\"/>");
        else if (_chart.Range is { Points.Count: > 1 } range)
            output.WriteLine($"<path class=\"band\" d=\"{Path(range.Points.Select(each => (each.X, each.High)))}"
                + $"{Path(range.Points.Reverse().Select(each => (each.X, each.Low)), 'L')}Z\"/>");
        foreach (var line in _chart.Lines)
            Write(line, output);
        if (!_chart.Joined)
            WriteNames(output);
        output.WriteLine("</svg>");
    }

    // A point without an x holds for all x.
    internal static bool IsLevel(ChartLine line) => line.Points is [{ X: double.NaN }];

    private static double Spread(ChartPoint point) => double.IsNaN(point.Deviation) ? 0 : point.Deviation;

    private void Write(ChartLine line, TextWriter output)
    {
        if (IsLevel(line))
        {
            var level = Display.Coordinate(_area.Y(line.Points[0].Y));
            output.WriteLine($"<path class=\"line {line.Style}\" d=\"M{Display.Coordinate(_area.Left)} "
                + $"{level}L{Display.Coordinate(_area.Left + _area.Width)} {level}\"/>");
        }

        var points = line.Points.Where(point => double.IsFinite(point.Y) && double.IsFinite(point.X)).ToArray();
        if (_chart.Joined && points.Length > 1)
            output.WriteLine($"<path class=\"line {line.Style}\" d=\"{Path(points.Select(point => (point.X, point.Y)))}\"/>");
        foreach (var point in points)
        {
            var (x, y) = (Display.Coordinate(X(point.X)), Display.Coordinate(_area.Y(point.Y)));
            if (point.Deviation > 0)
                output.WriteLine(
                    $"<line class=\"spread {line.Style}\" x1=\"{x}\" x2=\"{x}\" "
                        + $"y1=\"{Display.Coordinate(_area.Y(point.Y - point.Deviation))}\" "
                        + $"y2=\"{Display.Coordinate(_area.Y(point.Y + point.Deviation))}\"/>");
            if (line.Style is not ("ew" or "paper") || !_chart.Joined)
                output.WriteLine($"<circle class=\"mark {line.Style}\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>");
        }
    }

    private double X(double x)
    {
        if (_chart.Scale == XScale.Even)
        {
            var index = Array.IndexOf(_xs, x);
            return _area.Left + (index + 0.5) / _xs.Length * _area.Width;
        }

        // A twelfth of the width on both sides, so that no mark touches the frame.
        var (low, high) = (Scaled(_xs[0]), Scaled(_xs[^1]));
        var share = high > low ? (Scaled(x) - low) / (high - low) : 0.5;
        return _area.Left + (1 + 10 * share) / 12 * _area.Width;
    }

    private double Scaled(double x) => _chart.Scale == XScale.Linear ? x : Math.Log10(x);

    private double[] Ticks()
    {
        if (_chart.Scale == XScale.Even)
            return _xs;
        if (_xs.Length == 0)
            return [];
        if (_chart.Scale == XScale.Linear)
            return [.. Axis.Fine(_xs[0], _xs[^1], ticks: 5).Ticks().Where(IsInside)];
        double[] steps = Math.Log10(_xs[^1] / _xs[0]) > 2.5 ? [1] : Math.Log10(_xs[^1] / _xs[0]) > 1 ? [1, 3] : [1, 2, 5];
        return [.. from power in Enumerable.Range((int)Math.Floor(Math.Log10(_xs[0])) - 1, 12)
               from step in steps
               let value = step * Math.Pow(10, power)
               where IsInside(value)
               select value];
    }

    private bool IsInside(double x) => X(x) >= _area.Left && X(x) <= _area.Left + _area.Width;

    private string Path(IEnumerable<(double X, double Y)> points, char first = 'M')
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? first : 'L').Append(Display.Coordinate(X(x))).Append(' ').Append(Display.Coordinate(_area.Y(y)));
        }

        return path.ToString();
    }

    // Each name goes to the first free place around its mark: right, left, above, below, then further up and down.
    private void WriteNames(TextWriter output)
    {
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        var marks = _chart.Lines.SelectMany(line => line.Points.Select(point => (line, point))).Where(each => double.IsFinite(each.point.Y)
            && double.IsFinite(each.point.X)).ToArray();
        foreach (var (_, point) in marks)
            taken.Add((X(point.X) - 6, _area.Y(point.Y) - 6, X(point.X) + 6, _area.Y(point.Y) + 6));
        foreach (var (line, point) in marks)
        {
            var (x, y, width) = (X(point.X), _area.Y(point.Y), NameWidth * line.Name.Length);
            var places = new List<(double X, double Y)> { (x + 9, y), (x - 9 - width, y), (x - width / 2, y - 14),
                (x - width / 2, y + 14) };
            for (var far = 1; far <= 6; far++)
                places.AddRange([(x + 9, y - far * NameHeight), (x + 9, y + far * NameHeight), (x - 9 - width, y - far * NameHeight),
                    (x - 9 - width, y + far * NameHeight)]);
            var place = places.FirstOrDefault(each => IsFree(each, width, taken), places[0]);
            taken.Add((place.X, place.Y - NameHeight / 2, place.X + width, place.Y + NameHeight / 2));
            output.WriteLine($"<text class=\"name {line.Style}\" x=\"{Display.Coordinate(place.X)}\" y=\"{Display.Coordinate(place.Y)}\" "
                + $"dy=\"0.35em\">{Display.Escape(line.Name)}</text>");
        }
    }

    private bool IsFree((double X, double Y) place, double width, List<(double Left, double Top, double Right, double Bottom)> taken)
    {
        if (place.X < 2 || place.X + width > _area.Left + _area.Width + 14 || place.Y < 22 || place.Y > _area.Lowest - 6)
            return false;
        return taken.TrueForAll(box =>
            place.X + width < box.Left || place.X > box.Right || place.Y + NameHeight / 2 < box.Top
                || place.Y - NameHeight / 2 > box.Bottom);
    }

    private static string Short(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
        >= 1e4 => (value / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0.####", CultureInfo.InvariantCulture)
    };
}

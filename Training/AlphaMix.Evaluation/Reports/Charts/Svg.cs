using System.Globalization;

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Writes the elements of a drawing.</summary>
internal sealed class Svg(TextWriter output)
{
    /// <summary>Width of a drawing for screens and paper, in its own units.</summary>
    public const int Wide = 880;

    /// <summary>Width of a drawing for phones.</summary>
    public const int Narrow = 360;

    /// <summary>Width of one of two drawings side by side.</summary>
    public const int Half = 430;

    /// <summary>Opens a drawing with its title and description.</summary>
    /// <param name="frame">Id and title.</param>
    /// <param name="style">CSS class: wide, narrow or half.</param>
    /// <param name="width">Width in the drawing's own units, which are about pixels.</param>
    /// <param name="height">Height in the same units.</param>
    /// <param name="description">What a reader who cannot see it should know.</param>
    public void Open(ChartFrame frame, string style, double width, double height, string description)
    {
        var id = $"{frame.Id}-{style}";
        output.WriteLine(
            $"<svg class=\"{style}\" viewBox=\"0 0 {Number(width)} {Number(height)}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">");
        output.WriteLine($"<title id=\"{id}-t\">{Display.Escape(frame.Title)}</title>\n"
            + $"<desc id=\"{id}-d\">{Display.Escape(description)}</desc>");
    }

    public void Close() => output.WriteLine("</svg>");

    public void Line(string style, double x1, double y1, double x2, double y2) =>
        output.WriteLine($"<line class=\"{style}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>");

    public void Dot(string style, double x, double y, double radius) =>
        output.WriteLine($"<circle class=\"{style}\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\"/>");

    public void Box(string style, double x, double y, double width, double height, double opacity) => output.WriteLine(
        $"<rect class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\""
        + $" fill-opacity=\"{opacity.ToString("0.00", CultureInfo.InvariantCulture)}\"/>");

    public void Path(string style, string data) => output.WriteLine($"<path class=\"{style}\" d=\"{data}\"/>");

    /// <summary>Writes text whose middle line lies at <paramref name="y"/>.</summary>
    public void Text(string style, double x, double y, string text, string anchor = "start") => output.WriteLine(
        $"<text class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" dy=\"0.35em\" "
            + $"text-anchor=\"{anchor}\">{Display.Escape(text)}</text>");

    /// <summary>Returns the approximate width of a text.</summary>
    public static double WidthOf(string text) => 4 + 6.9 * text.Length;

    private static string Number(double value) => Display.Coordinate(value);
}

using System.Globalization;
using System.Net;

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Numbers and words as the report prints them. What is not defined (NaN) is an en dash.</summary>
internal static class Display
{
    private const string Undefined = "–";

    /// <summary>Text with the characters that HTML gives a meaning replaced.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A number of things: 1,000.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A ratio: 1.99.</summary>
    public static string Ratio(double value) => Number(value, "N2");

    /// <summary>A value in percent: 15.3 %.</summary>
    public static string Percent(double value, string format = "N1") =>
        double.IsFinite(value) ? Number(value, format) + "\u00a0%" : Undefined;

    /// <summary>A share in [0, 1] as percent: 97.5 %.</summary>
    public static string Share(double value, string format = "N1") => Percent(100 * value, format);

    /// <summary>A small number: 0.0123.</summary>
    public static string Fine(double value) => Number(value, "N4");

    /// <summary>A p-value, rounded up so that none looks smaller than it is: 0.051.</summary>
    public static string P(double value) => Number(Math.Ceiling(1000 * value - 1e-9) / 1000, "0.000");

    /// <summary>Both ends of an interval: −0.12 to 2.34.</summary>
    public static string Interval(double lower, double upper, string format) =>
        double.IsFinite(lower) && double.IsFinite(upper) ? $"{Formatted(lower, format)} to {Formatted(upper, format)}" : Undefined;

    /// <summary>A cost in basis points: 12.3; any when none is too high.</summary>
    public static string BasisPoints(double value) => double.IsPositiveInfinity(value) ? "any" : Number(value, "N1");

    /// <summary>A number in a standard format.</summary>
    public static string Formatted(double value, string format) => Number(value, format);

    /// <summary>An amount of money with three digits that count: 12.3 million.</summary>
    public static string Money(double value) => value switch
    {
        >= 1e9 => Digits(value / 1e9) + " billion",
        >= 1e6 => Digits(value / 1e6) + " million",
        >= 1e3 => Digits(value / 1e3) + " thousand",
        _ => Number(value, "N0")
    };

    /// <summary>A setting, with no more digits than it was given: 5.</summary>
    public static string Plain(double value) => Number(value, "#,0.######");

    /// <summary>A day: 2017-08-31.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number for machines: unrounded, with a decimal point; empty where it is not defined.</summary>
    public static string Machine(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>A coordinate: one decimal, no thousands.</summary>
    public static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Names as a sentence has them: V, R and W.</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string Digits(double value) => Number(value, value >= 100 ? "N0" : value >= 10 ? "N1" : "N2");

    private static string Number(double value, string format)
    {
        if (!double.IsFinite(value))
            return Undefined;
        var text = value.ToString(format, CultureInfo.InvariantCulture);

        // No minus on a number that rounds to nothing, and a true minus sign elsewhere.
        return text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.TrimStart('-') : text.Replace('-', '\u2212');
    }
}

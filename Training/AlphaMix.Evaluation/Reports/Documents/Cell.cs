using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// A cell of a table: a number, a mean with its standard deviation, a range, or words. A number stays a number: CSV and JSON have it
/// unrounded and in the unit given here; pages, Markdown and the terminal print it in its column's format, or in words of its own.
/// </summary>
/// <remarks>
/// NaN and infinities are printed as an en dash. Of a number in its column's format CSV has an empty cell then and JSON null; of one with
/// words of its own, as every method makes but those that say "in the column's format", both have the words.
/// </remarks>
public sealed record Cell
{
    /// <summary>Gets the number, a mean, or the lower end of a range; NaN when there is none.</summary>
    public double Value { get; private init; } = double.NaN;

    /// <summary>Gets the standard deviation of the mean <see cref="Value"/>, in its unit; NaN when there is none.</summary>
    public double Deviation { get; private init; } = double.NaN;

    /// <summary>Gets the upper end of a range that begins at <see cref="Value"/>; NaN when it is none.</summary>
    public double Upper { get; private init; } = double.NaN;

    /// <summary>Gets the words; null for a number in its column's format.</summary>
    public string? Text { get; private init; }

    /// <summary>Gets a cell with nothing in it: no dash, empty in CSV, null in JSON.</summary>
    public static Cell Empty { get; } = new() { Text = "" };

    /// <summary>Returns a number in the column's format.</summary>
    public static Cell Number(double value) => new() { Value = value };

    /// <summary>Returns a number printed as <paramref name="text"/>; CSV and JSON have the number where it is finite.</summary>
    public static Cell Number(double value, string text) => new() { Value = value, Text = text };

    /// <summary>
    /// Returns a mean with its standard deviation, both in the column's format; NaN leaves the deviation out. In CSV and JSON the deviation
    /// is a column of its own, <c>sd</c> after the head.
    /// </summary>
    public static Cell Number(double mean, double deviation) => new() { Value = mean, Deviation = deviation };

    /// <summary>
    /// Returns the mean and standard deviation (divisor n - 1) of a sample, in the column's format; NaN values are left out. With one value
    /// there is no deviation, with none no mean.
    /// </summary>
    public static Cell Spread(IEnumerable<double> values)
    {
        var distribution = Distribution.From([.. values]);
        return Number(distribution.Mean, distribution.Sd);
    }

    /// <summary>
    /// Returns a range, in the column's format; a dash unless both ends are finite, and the lower end alone where the upper is NaN. In CSV
    /// and JSON the ends are two columns, <c>from</c> and <c>to</c> after the head.
    /// </summary>
    public static Cell Range(double lower, double upper) => new() { Value = lower, Upper = upper };

    /// <summary>Returns words, plain text.</summary>
    public static Cell Words(string text) => new() { Text = text };

    /// <summary>Returns a count, printed with thousands separated: 1,000.</summary>
    public static Cell Count(long value) => Number(value, Display.Count(value));

    /// <summary>Returns a ratio, printed with two decimals: 1.99.</summary>
    public static Cell Ratio(double value) => Number(value, Display.Ratio(value));

    /// <summary>Returns a small number, printed with four decimals: 0.0123.</summary>
    public static Cell Fine(double value) => Number(value, Display.Fine(value));

    /// <summary>Returns a value in percent, printed with its sign: 15.3 is 15.3 %. CSV has 15.3.</summary>
    public static Cell Percent(double value, string format = "N1") => Number(value, Display.Percent(value, format));

    /// <summary>Returns a fraction, printed as percent: 0.975 is 97.5 %. CSV has 0.975.</summary>
    public static Cell Share(double value, string format = "N1") => Number(value, Display.Share(value, format));

    /// <summary>Returns a p-value, printed rounded up to three decimals so that none looks smaller than it is: 0.0502 is 0.051.</summary>
    public static Cell P(double value) => Number(value, Display.P(value));

    /// <summary>
    /// Returns a cost in basis points, printed with one decimal: 12.3; positive infinity, no cost being too high, is <c>any</c>, in CSV and
    /// JSON too.
    /// </summary>
    public static Cell BasisPoints(double value) => Number(value, Display.BasisPoints(value));

    /// <summary>Returns a fraction, printed in basis points: 0.0012 is 12.0. CSV has 0.0012.</summary>
    public static Cell InBasisPoints(double value) => Number(value, Display.Formatted(10_000 * value, "N1"));

    /// <summary>
    /// Returns an amount of money, printed with three significant digits from a thousand up: 12.3 million. Below, without decimals.
    /// </summary>
    public static Cell Money(double value) => Number(value, Display.Money(value));

    /// <summary>Returns the cell for machines: the number where there is one, else the words.</summary>
    internal string ForMachines() => Text is null || double.IsFinite(Value) ? Display.Machine(Value) : Text;

    /// <summary>Returns the cell as printed in its column's format.</summary>
    internal string Show(string format)
    {
        if (Text is not null)
            return Text;
        if (!double.IsNaN(Upper))
            return Display.Interval(Value, Upper, format);
        var value = Display.Formatted(Value, format);
        return double.IsNaN(Deviation) ? value : $"{value} ± {Display.Formatted(Deviation, format)}";
    }
}

using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// A cell of a table: a number, a mean with its standard deviation, a range, or words. A number stays a number, so that CSV
/// has it unrounded;
/// pages, Markdown and the terminal print it in its column's format, or in the words it was given. NaN is not defined: an
/// en dash, empty in CSV.
/// </summary>
public sealed record Cell
{
    /// <summary>Gets the number; NaN when there is none.</summary>
    public double Value { get; private init; } = double.NaN;

    /// <summary>Gets the standard deviation; NaN when there is none.</summary>
    public double Deviation { get; private init; } = double.NaN;

    /// <summary>Gets the upper end of a range that begins at <see cref="Value"/>; NaN when it is none.</summary>
    public double Upper { get; private init; } = double.NaN;

    /// <summary>Gets the words; null for a number in its column's format.</summary>
    public string? Text { get; private init; }

    /// <summary>Gets a cell with nothing in it.</summary>
    public static Cell Empty { get; } = new() { Text = "" };

    /// <summary>A number in its column's format.</summary>
    public static Cell Number(double value) => new() { Value = value };

    /// <summary>A number printed in words of its own.</summary>
    public static Cell Number(double value, string text) => new() { Value = value, Text = text };

    /// <summary>A mean with its standard deviation, which is left out when it is NaN; both in the column's format.</summary>
    public static Cell Number(double mean, double deviation) => new() { Value = mean, Deviation = deviation };

    /// <summary>Mean and standard deviation (divisor n - 1) of some numbers.</summary>
    public static Cell Spread(IEnumerable<double> values)
    {
        var distribution = Distribution.From([.. values]);
        return Number(distribution.Mean, distribution.Sd);
    }

    /// <summary>A range, in the column's format.</summary>
    public static Cell Range(double lower, double upper) => new() { Value = lower, Upper = upper };

    /// <summary>Words.</summary>
    public static Cell Words(string text) => new() { Text = text };

    /// <summary>A number of things: 1,000.</summary>
    public static Cell Count(long value) => Number(value, Display.Count(value));

    /// <summary>A ratio: 1.99.</summary>
    public static Cell Ratio(double value) => Number(value, Display.Ratio(value));

    /// <summary>A small number with four decimals: 0.0123.</summary>
    public static Cell Fine(double value) => Number(value, Display.Fine(value));

    /// <summary>A value in percent: 15.3 is 15.3 %.</summary>
    public static Cell Percent(double value, string format = "N1") => Number(value, Display.Percent(value, format));

    /// <summary>A share in [0, 1] as percent: 0.975 is 97.5 %.</summary>
    public static Cell Share(double value, string format = "N1") => Number(value, Display.Share(value, format));

    /// <summary>A p-value, rounded up so that none looks smaller than it is: 0.051.</summary>
    public static Cell P(double value) => Number(value, Display.P(value));

    /// <summary>A cost in basis points: 12.3; <c>any</c> when none is too high.</summary>
    public static Cell BasisPoints(double value) => Number(value, Display.BasisPoints(value));

    /// <summary>A fraction printed in basis points: 0.0012 is 12.0.</summary>
    public static Cell InBasisPoints(double value) => Number(value, Display.Formatted(10_000 * value, "N1"));

    /// <summary>An amount of money with three digits that count: 12.3 million.</summary>
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

using System.Globalization;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A cell of a table: a number, a mean with its standard deviation, a range, or words.</summary>
public sealed record Cell
{
    /// <summary>Gets the number; NaN when there is none.</summary>
    public double Value { get; private init; } = double.NaN;

    /// <summary>Gets the standard deviation; NaN when there is none.</summary>
    public double Deviation { get; private init; } = double.NaN;

    /// <summary>Gets the upper end of a range that begins at <see cref="Value"/>; NaN when it is none.</summary>
    public double Upper { get; private init; } = double.NaN;

    /// <summary>Gets the words; null for a number.</summary>
    public string? Text { get; private init; }

    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty { get; } = new() { Text = "" };

    /// <summary>A number; what is not defined (NaN) is an en dash.</summary>
    public static Cell Of(double value) => new() { Value = value };

    /// <summary>A mean with its standard deviation, which is left out when it is NaN.</summary>
    public static Cell Of(double mean, double deviation) => new() { Value = mean, Deviation = deviation };

    /// <summary>Mean and standard deviation (divisor n - 1) of some numbers.</summary>
    public static Cell Spread(IEnumerable<double> values)
    {
        var distribution = Distribution.From([.. values]);
        return Of(distribution.Mean, distribution.Sd);
    }

    /// <summary>A range.</summary>
    public static Cell Range(double lower, double upper) => new() { Value = lower, Upper = upper };

    /// <summary>Words.</summary>
    public static Cell Words(string text) => new() { Text = text };

    /// <summary>A number that is printed in words of its own, such as a p-value rounded up.</summary>
    public static Cell Told(double value, string text) => new() { Value = value, Text = text };

    /// <summary>Gives the cell for machines: the number where there is one, else the words.</summary>
    internal string ForMachines() => Text is null || double.IsFinite(Value) ? Machine(Value) : Text;

    /// <summary>Gives the cell as a reader sees it.</summary>
    internal string Show(string format)
    {
        if (Text is not null)
            return Text;
        var value = Display.Formatted(Value, format);
        if (!double.IsNaN(Upper))
            return $"{value} to {Display.Formatted(Upper, format)}";
        return double.IsNaN(Deviation) ? value : $"{value} ± {Display.Formatted(Deviation, format)}";
    }

    /// <summary>Gives a number for machines: empty when it is not defined.</summary>
    internal static string Machine(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}

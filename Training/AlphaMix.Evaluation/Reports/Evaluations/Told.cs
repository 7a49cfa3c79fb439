using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>Cells that are printed as <see cref="Display"/> prints them and stored as numbers.</summary>
internal static class Told
{
    public static Cell Count(long value) => Cell.Told(value, Display.Count(value));

    public static Cell Ratio(double value) => Cell.Told(value, Display.Ratio(value));

    public static Cell Fine(double value) => Cell.Told(value, Display.Fine(value));

    public static Cell Percent(double value, string format = "N1") => Cell.Told(value, Display.Percent(value, format));

    public static Cell Share(double value, string format = "N1") => Cell.Told(value, Display.Share(value, format));

    public static Cell P(double value) => Cell.Told(value, Display.P(value));

    public static Cell BasisPoints(double value) => Cell.Told(value, Display.BasisPoints(value));

    /// <summary>A fraction in basis points.</summary>
    public static Cell AsBasisPoints(double value) => Cell.Told(value, Display.Formatted(10_000 * value, "N1"));

    /// <summary>An amount of money with three digits that count.</summary>
    public static Cell Money(double value) => Cell.Told(value, Display.Money(value));
}

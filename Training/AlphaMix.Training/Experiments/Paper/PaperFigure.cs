using System.Globalization;

namespace AlphaMix.Training.Experiments.Paper;

/// <summary>A figure as the paper prints it.</summary>
/// <param name="Mean">The figure, or the mean over ten runs.</param>
/// <param name="Deviation">The standard deviation over ten runs; NaN where none is printed.</param>
internal readonly record struct PaperFigure(double Mean, double Deviation)
{
    /// <summary>A figure that is not printed.</summary>
    public static PaperFigure None { get; } = new(double.NaN, double.NaN);

    /// <summary>Gets a value indicating whether the figure is printed.</summary>
    public bool IsPrinted => !double.IsNaN(Mean);

    /// <summary>Reads <c>19.5+4.3</c> (mean and deviation), <c>22.4</c>, or <c>-</c> for none.</summary>
    internal static PaperFigure Parse(string text)
    {
        if (text == "-")
            return None;
        var parts = text.Split('+');
        return new PaperFigure(Number(parts[0]), parts.Length == 1 ? double.NaN : Number(parts[1]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace AlphaMix.Cli.Bench;

/// <summary>How figures are written.</summary>
internal static class Figure
{
    public static string Text(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string WithQuartiles(Spread spread, string note, string format = "0.00") =>
        $"{Text(spread.Low, format)}..{Text(spread.High, format)}; {note}";
}

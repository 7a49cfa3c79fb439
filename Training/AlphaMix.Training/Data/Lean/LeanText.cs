using System.Globalization;

namespace AlphaMix.Training.Data.Lean;

/// <summary>Dates as LEAN's small CSV files carry them.</summary>
internal static class LeanText
{
    /// <summary>The date of "still trading" and of the last factor row.</summary>
    public static readonly DateOnly EndOfTime = new(2050, 12, 31);

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Returns the lines of a small text file, without the empty ones, with their numbers from 1.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Rows(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line.Trim().Split(','));
        }
    }
}

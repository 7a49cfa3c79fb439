using System.Text.RegularExpressions;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// Charts for sections: drawn on the page in the report's style, for screens, phones and paper, light and dark; Markdown links their CSV
/// file, which has a row a value with series, x, value and an empty standard deviation.
/// </summary>
/// <remarks>
/// Of every chart: <c>id</c> is its anchor and the name of its CSV file, lower-case letters, digits and hyphens, not first a hyphen, and
/// unique in the report, which is not checked; <c>title</c> says what it shows in a few words, <c>caption</c> how to read it, both plain
/// text. Axes have up to two decimals: give shares in percent and costs in basis points. Each series has as many values as there are days,
/// categories or numbers, finite or NaN, and a name of its own.
/// </remarks>
public static partial class ReportChart
{
    /// <summary>Returns lines over days.</summary>
    /// <param name="id">Anchor and name of the CSV file.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="days">The days, strictly ascending, at least one.</param>
    /// <param name="series">The lines, at least one.</param>
    /// <param name="inPercent">Whether values are percent, 1.5 for 1.5 %, and the axis says so. Default false.</param>
    /// <param name="fromZero">
    /// Whether lines begin at 0 before the first day: for values that add up, such as returns so far. Default false.
    /// </param>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> has other characters; there are no days or no series; a series has another number of values, an infinite one,
    /// or another's name; or days do not ascend.
    /// </exception>
    public static ReportBlock OverDays(
        string id, string title, string caption, IReadOnlyList<DateOnly> days, IReadOnlyList<ReportSeries> series, bool inPercent = false,
        bool fromZero = false)
    {
        Check(id, days, series);
        if (Enumerable.Range(1, days.Count - 1).FirstOrDefault(day => days[day] <= days[day - 1]) is > 0 and var late)
            throw new ArgumentException(
                $"{id}: days must ascend, found {days[late]:yyyy-MM-dd} after {days[late - 1]:yyyy-MM-dd}.", nameof(days));
        return new ChartBlock(
            id, title, caption, new DaysChart { Days = days, Lines = Lines(series), IsPercent = inPercent, FromZero = fromZero });
    }

    /// <summary>Returns bars by category, those of the series side by side.</summary>
    /// <param name="id">Anchor and name of the CSV file.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="categories">Names of the categories in the order drawn, at least one.</param>
    /// <param name="series">The bars, at least one series.</param>
    /// <param name="xTitle">What the categories are; head of their CSV column.</param>
    /// <param name="yTitle">What the values are, with their unit.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> has other characters; there are no categories or no series; a series has another number of values, an infinite
    /// one, or another's name.
    /// </exception>
    public static ReportBlock Bars(
        string id, string title, string caption, IReadOnlyList<string> categories, IReadOnlyList<ReportSeries> series, string xTitle,
        string yTitle)
    {
        Check(id, categories, series);
        return new ChartBlock(
            id, title, caption, new BarsChart { Categories = categories, Lines = Lines(series), XTitle = xTitle, YTitle = yTitle });
    }

    /// <summary>Returns marks over a number, those of a series joined by a line.</summary>
    /// <param name="id">Anchor and name of the CSV file.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="x">Where the values are: finite numbers, strictly ascending, at least one.</param>
    /// <param name="series">The points, at least one series.</param>
    /// <param name="xTitle">What x is; head of its CSV column.</param>
    /// <param name="yTitle">What the values are, with their unit.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> has other characters; there is no x or no series; a series has another number of values, an infinite one,
    /// or another's name; or x is not finite or does not ascend.
    /// </exception>
    public static ReportBlock Points(
        string id, string title, string caption, IReadOnlyList<double> x, IReadOnlyList<ReportSeries> series, string xTitle, string yTitle)
    {
        Check(id, x, series);
        if (Enumerable.Range(0, x.Count).Any(i => !double.IsFinite(x[i]) || (i > 0 && x[i] <= x[i - 1])))
            throw new ArgumentException(
                FormattableString.Invariant($"{id}: x must be finite and ascend, found {string.Join(", ", x)}."), nameof(x));
        return new ChartBlock(id, title, caption, new PointsChart
        {
            Lines = Lines(series, i => x[i]),
            XTitle = xTitle,
            YTitle = yTitle,
            Scale = XScale.Linear,
            Joined = true
        });
    }

    private static void Check<T>(string id, IReadOnlyList<T> axis, IReadOnlyList<ReportSeries> series)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(series);
        if (!Id().IsMatch(id))
            throw new ArgumentException($"Expected an id of lower-case letters, digits and hyphens, found '{id}'.", nameof(id));
        if (axis.Count == 0 || series.Count == 0)
            throw new ArgumentException($"{id}: expected values and a series, found {axis.Count} values and {series.Count} series.");
        foreach (var one in series)
        {
            if (one.Values.Count != axis.Count)
                throw new ArgumentException($"{id}: expected {axis.Count} values of {one.Name}, found {one.Values.Count}.");
            if (one.Values.Any(double.IsInfinity))
                throw new ArgumentException($"{id}: values of {one.Name} must be finite or NaN, found an infinite one.");
            if (series.Count(other => other.Name == one.Name) > 1)
                throw new ArgumentException($"{id}: two series are called {one.Name}.");
        }
    }

    private static ChartLine[] Lines(IReadOnlyList<ReportSeries> series, Func<int, double>? x = null) =>
    [
        .. series.Select((one, s) => new ChartLine(
            one.Name,
            one.IsReference ? "ew" : ChartStyle.Series(s),
            [.. one.Values.Select((y, i) => new ChartPoint(x?.Invoke(i) ?? i, y))]))
    ];

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex Id();
}

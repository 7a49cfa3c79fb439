using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Figures;

namespace AlphaMix.Evaluation.Reports.Evaluations;

/// <summary>Heat maps of months: a row a series.</summary>
internal static class Shades
{
    /// <summary>Makes a heat map.</summary>
    /// <param name="id">Its anchor.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="series">Each row's name and its months; all have the same months.</param>
    /// <param name="format">How values are printed.</param>
    /// <param name="fromSmallest">Whether shades begin at the smallest value.</param>
    public static FigureBlock Months(
        string id, string title, string caption, IReadOnlyList<(string Name, IReadOnlyList<MonthFigures> Months)> series, Func<double, string> format,
        bool fromSmallest = false)
    {
        string[] months = [.. series[0].Months.Select(month => $"{month.Year:0000}-{month.Month:00}")];
        var map = new HeatMap(id, title, caption, [.. series.Select(one => one.Name)], months, (row, column) => series[row].Months[column].Value)
        {
            Format = format,
            FromSmallest = fromSmallest
        };
        return new FigureBlock(id, title, caption)
        {
            Heads = ["name", "month", "value"],
            Rows = [.. series.SelectMany(one => one.Months.Select((month, m) => new[] { one.Name, months[m], Cell.Machine(month.Value) }))],
            Draw = map.Write
        };
    }
}

using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Reports.Sections;

/// <summary>Heat maps by month, one row a series.</summary>
internal static class HeatMaps
{
    /// <summary>Creates a heat map.</summary>
    /// <param name="id">Its anchor.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="caption">How to read it.</param>
    /// <param name="series">Each row's name and its months; all have the same months.</param>
    /// <param name="format">How values are printed.</param>
    /// <param name="fromSmallest">Whether shades begin at the smallest value.</param>
    public static ChartBlock Months(
        string id, string title, string caption, IReadOnlyList<(string Name, IReadOnlyList<MonthFigures> Months)> series,
        Func<double, string> format,
        bool fromSmallest = false)
    {
        string[] months = [.. series[0].Months.Select(month => $"{month.Year:0000}-{month.Month:00}")];
        return new ChartBlock(id, title, caption, new HeatMap
        {
            Rows = [.. series.Select(one => one.Name)],
            Columns = months,
            Value = (row, column) => series[row].Months[column].Value,
            Format = format,
            FromSmallest = fromSmallest,
            Records = new ChartRecords(
                ["name", "month", "value"],
                [.. series.SelectMany(one => one.Months.Select((month, m) => new[] { one.Name, months[m], Display.Machine(month.Value) }))])
        });
    }
}

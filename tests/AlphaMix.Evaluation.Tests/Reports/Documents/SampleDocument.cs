using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Tests.Reports.Documents;

/// <summary>A report with one block of each kind.</summary>
internal static class SampleDocument
{
    public static TableBlock Table { get; } = new(
        "table-1", "A table", "Model",
        [new("TR %", "Total return", "N1"), new("range", "A range"), new("words", "Words")],
        [
            new("first, \"quoted\"", [Cell.Spread([1, 3]), Cell.Range(-1, 2.5), Cell.Words("a <b> & c")]),
            new("1/N", [Cell.Number(3), Cell.Empty, Cell.Number(double.NaN)], IsReference: true)
        ]);

    public static ChartBlock Days { get; } = new("days-1", "Over days", "A caption.", new DaysChart
    {
        Days = [new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 3)],
        Lines = [new ChartLine("A", "s0", [new ChartPoint(0, 1, 0.5), new ChartPoint(1, 2, 0.5)])],
        Range = new ChartRange("One deviation", [(0, 0.5, 1.5), (1, 1.5, 2.5)])
    });

    public static ChartBlock Named { get; } = new("points-1", "Marks with names", "A caption.", new PointsChart
    {
        XTitle = "parameters",
        YTitle = "SR",
        Lines = [new ChartLine("Small", "s0", [new ChartPoint(1000, 1, 0.2)]), new ChartLine("Large", "s1", [new ChartPoint(100_000, 2)]),
            new ChartLine("1/N", "ew", [new ChartPoint(double.NaN, 1.5)])],
        Range = new ChartRange("Random", [(double.NaN, 0, 3)])
    });

    public static ChartBlock Joined { get; } = new("points-2", "Lines", "A caption.", new PointsChart
    {
        XTitle = "k",
        YTitle = "SR",
        Scale = XScale.Even,
        Joined = true,
        Lines = [new ChartLine("A", "s0", [new ChartPoint(1, 1), new ChartPoint(4, double.NaN), new ChartPoint(20, -2, 0.1)])],
        Range = new ChartRange("Random", [(1, 0, 3), (4, 0, 2), (20, 0, 1)])
    });

    public static ChartBlock Bars { get; } = new("bars-1", "Bars", "A caption.", new BarsChart
    {
        Categories = ["0.50", "0.52+"],
        XTitle = "confidence",
        YTitle = "percent",
        Lines = [new ChartLine("A", "s0", [new ChartPoint(0, 75), new ChartPoint(1, 25)]),
            new ChartLine("B", "s1", [new ChartPoint(0, 60), new ChartPoint(1, 40)])]
    });

    public static ReportDocument Create(bool hasEdge = false) => new()
    {
        Title = "A <title>",
        Headline = hasEdge ? "An edge." : "No edge.",
        Setting = "Two days.",
        Verdicts = [new ReportVerdict("V", hasEdge, "Because.")],
        Caveats = ["One year is one draw."],
        Sections = [new ReportSection("section-1", "A section", "An introduction.", [Table, Days, Named, Joined, Bars, new NoteBlock("A note.")])],
        Footer = "The end."
    };
}

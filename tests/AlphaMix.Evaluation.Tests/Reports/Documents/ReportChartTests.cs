using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Tests.Reports.Documents;

/// <summary>Charts of sections from outside: what is drawn, what is in the CSV file, and what is refused.</summary>
[TestFixture]
public class ReportChartTests
{
    private static readonly DateOnly[] Days = [new(2020, 1, 30), new(2020, 1, 31), new(2020, 2, 3), new(2020, 2, 4)];

    [Test]
    public void OverDays_DrawsALineASeries_AndLeavesGaps()
    {
        var chart = (ChartBlock)ReportChart.OverDays("level", "Level", "", Days, [new("a", [100, double.NaN, 102, 104]), new("b", [101, 102, 103, 104], IsReference: true)]);
        var drawing = Draw(chart);

        Assert.Multiple(() =>
        {
            Assert.That(Csv(chart), Is.EqualTo("""
                series,day,value,sd
                a,2020-01-30,100,
                a,2020-01-31,,
                a,2020-02-03,102,
                a,2020-02-04,104,
                b,2020-01-30,101,
                b,2020-01-31,102,
                b,2020-02-03,103,
                b,2020-02-04,104,

                """.ReplaceLineEndings("\n")));
            Assert.That(drawing, Does.Match("<path class=\"line s0\" d=\"M[0-9. ]+M[0-9. ]+L[0-9. ]+\"/>"), "a gap, and no start at 0");
            Assert.That(drawing, Does.Match("<path class=\"line ew\" d=\"M[0-9. ]+L[0-9. ]+L[0-9. ]+L[0-9. ]+\"/>"));
            Assert.That(drawing, Does.Not.Contain("NaN").And.Contain(">100<").And.Not.Contain(">0<"), "the axis holds the values alone");
        });
    }

    [Test]
    public void OverDays_FromZero_BeginsBeforeTheFirstDay()
    {
        var chart = (ChartBlock)ReportChart.OverDays("sum", "Sum", "", Days, [new("a", [1, 2, 3, 4])], inPercent: true, fromZero: true);

        Assert.That(Draw(chart), Does.Match("<path class=\"line s0\" d=\"M[0-9. ]+(L[0-9. ]+){4}\"/>").And.Contain(">4\u00a0%<"));
    }

    [Test]
    public void SeriesWithoutAValue_DrawsNothing()
    {
        var drawing = Draw((ChartBlock)ReportChart.OverDays("none", "None", "", Days, [new("a", [.. Days.Select(_ => double.NaN)])]));

        Assert.That(drawing, Does.Contain("line s0\" d=\"\"").And.Not.Contain("NaN"));
    }

    [Test]
    public void Bars_StandByCategory()
    {
        var chart = (ChartBlock)ReportChart.Bars(
            "sides", "Sides", "", ["buys", "sales"], [new("a", [1, -2]), new("b", [double.NaN, 3])], xTitle: "side", yTitle: "cost, bp");

        Assert.Multiple(() =>
        {
            Assert.That(Csv(chart), Does.StartWith("series,side,value,sd\na,buys,1,\na,sales,-2,\nb,buys,,\n"));
            Assert.That(Narrow(Draw(chart)).Split("class=\"bar s0\""), Has.Length.EqualTo(3));
            Assert.That(Narrow(Draw(chart)).Split("class=\"bar s1\""), Has.Length.EqualTo(2), "none where there is no value");
            Assert.That(Draw(chart), Does.Not.Contain("NaN"));
        });
    }

    [Test]
    public void Points_LieByTheSizeOfX()
    {
        var chart = (ChartBlock)ReportChart.Points("by-size", "By size", "", [-10, 0, 30], [new("a", [1, 2, 3])], xTitle: "size", yTitle: "cost, bp");

        var xs = System.Text.RegularExpressions.Regex.Matches(Narrow(Draw(chart)), "<circle class=\"mark s0\" cx=\"([0-9.]+)\"")
            .Select(match => double.Parse(match.Groups[1].Value)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(xs, Has.Length.EqualTo(3));
            Assert.That((xs[2] - xs[1]) / (xs[1] - xs[0]), Is.EqualTo(3).Within(0.01), "30 is three times as far from 0 as -10");
            Assert.That(Csv(chart), Does.Contain("a,-10,1,").And.Contain("a,30,3,"));
            Assert.That(Draw(chart), Does.Contain(">20<"), "a round tick");
        });
    }

    private static IEnumerable<TestCaseData> Faults =>
    [
        Fault(() => ReportChart.OverDays("Costs", "", "", Days, [new("a", [1, 2, 3, 4])]), "found 'Costs'"),
        Fault(() => ReportChart.OverDays("costs", "", "", Days, [new("a", [1, 2])]), "costs: expected 4 values of a, found 2"),
        Fault(() => ReportChart.OverDays("costs", "", "", [Days[1], Days[0]], [new("a", [1, 2])]), "costs: days must ascend, found 2020-01-30 after 2020-01-31"),
        Fault(() => ReportChart.Bars("costs", "", "", [], [], "", ""), "costs: expected values and a series, found 0 values and 0 series"),
        Fault(() => ReportChart.Bars("costs", "", "", ["b"], [new("a", [double.PositiveInfinity])], "", ""), "costs: values of a must be finite or NaN"),
        Fault(() => ReportChart.Bars("costs", "", "", ["b"], [new("a", [1]), new("a", [2])], "", ""), "costs: two series are called a"),
        Fault(() => ReportChart.Points("costs", "", "", [1, 1], [new("a", [1, 2])], "", ""), "costs: x must be finite and ascend, found 1, 1")
    ];

    [TestCaseSource(nameof(Faults))]
    public void WhatCannotBeDrawn_IsRefused(Func<ReportBlock> create, string message) =>
        Assert.That(() => create(), Throws.ArgumentException.With.Message.Contains(message));

    private static TestCaseData Fault(Func<ReportBlock> create, string message) => new TestCaseData(create, message).SetName($"{{m}}({message})");

    private static string Csv(ChartBlock chart)
    {
        using var output = new StringWriter();
        DocumentCsv.Write(chart, output);
        return output.ToString();
    }

    private static string Draw(ChartBlock chart)
    {
        using var output = new StringWriter { NewLine = "\n" };
        chart.Chart.Draw(new ChartFrame(chart.Id, chart.Title, chart.Caption), output);
        return output.ToString();
    }

    private static string Narrow(string drawing) => drawing[drawing.IndexOf("class=\"narrow\"", StringComparison.Ordinal)..];
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaMix.Evaluation.Reports.Documents;

namespace AlphaMix.Evaluation.Tests.Reports.Documents;

public class DocumentTests
{
    private static string Page => Text(output => DocumentHtml.Write(SampleDocument.Create(), output));

    [Test]
    public void Html_IsWellFormed_WithUniqueIds_AndEveryReferenceResolved()
    {
        var page = Xml(Page);

        var ids = page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToArray();
        var references = page.Descendants().SelectMany(element => ((string?)element.Attribute("aria-labelledby"))?.Split(' ') ?? []);
        var links = page.Descendants("a").Select(a => ((string)a.Attribute("href")!)[1..]);
        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.Unique.And.Not.Empty);
            Assert.That(references.Concat(links).Except(ids), Is.Empty);
        });
    }

    [Test]
    public void Html_TheVerdictComesFirst_AndIsColouredByWhatItSays()
    {
        var edge = Text(output => DocumentHtml.Write(SampleDocument.Create(hasEdge: true), output));

        Assert.Multiple(() =>
        {
            Assert.That(Page.IndexOf("No edge.</p>", StringComparison.Ordinal), Is.Positive.And.LessThan(Page.IndexOf("<svg", StringComparison.Ordinal)));
            Assert.That(Page, Does.Contain("<li><b>V</b><span class=\"call\">No edge.</span> Because.</li>"));
            Assert.That(edge, Does.Contain("<li class=\"edge\"><b>V</b><span class=\"call\">Edge.</span> Because.</li>"));
        });
    }

    [Test]
    public void Html_IsSelfContained_WithoutScript_AndEscapes() =>
        Assert.That(Page, Does.Not.Match("(?i)<script|<link|<img|<iframe|@import|url\\(|https?:|\\son\\w+=").And.Contains("A &lt;title&gt;")
            .And.Contains("a &lt;b&gt; &amp; c"));

    [Test]
    public void Html_EveryChartIsDrawnTwice_WithTitleAndDescription_AndNumbersThatAreNumbers()
    {
        var charts = Xml(Page).Descendants("svg").Where(svg => (string?)svg.Attribute("role") == "img").ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(charts, Has.Length.EqualTo(8), "four charts, wide and narrow");
            Assert.That(charts.All(svg => svg.Element("title")!.Value.Length > 0 && svg.Element("desc")!.Value.Length > 0));
            Assert.That(Page, Does.Not.Contain("NaN").And.Not.Contain("Infinity"));
        });
    }

    [Test]
    public void Html_Marks_LieInsideTheirDrawing_InTheOrderOfTheirValues()
    {
        var drawing = Xml(Page).Descendants("svg").Single(svg => ((string?)svg.Attribute("aria-labelledby"))?.StartsWith("points-1-wide",
            StringComparison.Ordinal) == true);
        var box = ((string)drawing.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
        var marks = drawing.Elements("circle").Select(mark => (X: Number((string)mark.Attribute("cx")!), Y: Number((string)mark.Attribute("cy")!))).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(marks, Has.Length.EqualTo(2), "1/N is a line, not a mark");
            Assert.That(marks.All(mark => mark.X > 0 && mark.X < box[2] && mark.Y > 0 && mark.Y < box[3]));
            Assert.That(marks[1].X, Is.GreaterThan(marks[0].X), "more parameters lie further right");
            Assert.That(marks[1].Y, Is.LessThan(marks[0].Y), "a higher value lies higher");
        });
    }

    [Test]
    public void Html_Bars_AreAsHighAsTheirShares()
    {
        var drawing = Xml(Page).Descendants("svg").Single(svg => ((string?)svg.Attribute("aria-labelledby"))?.StartsWith("bars-1-wide",
            StringComparison.Ordinal) == true);
        var heights = drawing.Elements("rect").Select(bar => Number((string)bar.Attribute("height")!)).ToArray();

        Assert.That(heights[0] / heights[1], Is.EqualTo(3).Within(0.02));
    }

    [Test]
    public void Csv_Table_HasUnroundedNumbers_AndAColumnForDeviationsAndUpperEnds() => Assert.That(
        Text(output => DocumentCsv.Write(SampleDocument.Table, output)),
        Is.EqualTo(
            """"
            Model,TR %,TR % sd,range from,range to,words
            "first, ""quoted""",2,1.4142135623730951,-1,2.5,a <b> & c
            1/N,3,,,,

            """"));

    [Test]
    public void Csv_Chart_HasAPointALine_AndTheRange() => Assert.That(
        Text(output => DocumentCsv.Write(SampleDocument.Days, output)),
        Is.EqualTo(
            """
            series,day,value,sd
            A,2020-01-02,1,0.5
            A,2020-01-03,2,0.5
            "One deviation, low",2020-01-02,0.5,
            "One deviation, high",2020-01-02,1.5,
            "One deviation, low",2020-01-03,1.5,
            "One deviation, high",2020-01-03,2.5,

            """));

    [Test]
    public void Markdown_HasVerdictTableAndWhereTheNumbersAre()
    {
        var text = Text(output => DocumentMarkdown.Write(SampleDocument.Create(), output));

        Assert.That(text, Does.Contain("**No edge.**").And.Contains("| first, \"quoted\" | 2.0 ± 1.4 | −1.00 to 2.50 | a <b> & c |").And.Contains("[points-1.csv](csv/points-1.csv)"));
    }

    private static string Text(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }

    // Our HTML is XML but for the doctype and the two meta elements.
    private static XDocument Xml(string page) => XDocument.Parse(Regex.Replace(page, "<!DOCTYPE html>|<meta[^>]*>", string.Empty));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

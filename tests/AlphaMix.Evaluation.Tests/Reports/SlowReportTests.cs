using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests.Reports;

public class SlowReportTests
{
    private SlowOutcome _outcome = null!;
    private ReportDocument _document = null!;

    [OneTimeSetUp]
    public void Evaluate()
    {
        _outcome = SampleSlow.Run();
        _document = SlowReport.Create(_outcome, SampleSlow.Setting, "A title");
    }

    [Test]
    public void Of_HasTheSectionsInOrder() => Assert.That(
        _document.Sections.Select(section => section.Id), Is.EqualTo(new[] { "returns", "numbers", "periods", "folds", "gate", "setting" }));

    [Test]
    public void Of_NoSkill_SaysNoEdge_InTheWordsOfTheVerdict()
    {
        Assert.That(_document.Headline, Is.EqualTo("No edge over 1/N after costs."));
        Assert.That(_document.Verdicts.Select(verdict => (verdict.Name, verdict.HasEdge)), Is.EqualTo(new[] { ("score", false) }));
        Assert.That(_document.Verdicts[0].Reason, Does.StartWith("No edge over 1/N can be told from chance even before costs"));
    }

    [Test]
    public void Of_KnowledgeOfWhatComes_IsAhead()
    {
        var document = SlowReport.Create(SampleSlow.Run(scoreKnows: true), SampleSlow.Setting);

        Assert.That(document.Headline, Is.EqualTo("Ahead of 1/N, even after 10 basis points a side."));
        Assert.That(document.Verdicts[0].HasEdge);
    }

    [Test]
    public void Write_EveryTableAndFigureIsACsvFile_AndTheTextNamesEach()
    {
        using var folder = new TemporaryFolder();
        SlowReportFolder.Write(folder["r"], _outcome, SampleSlow.Setting, SampleSlow.Grid, "A title");

        var text = File.ReadAllText(folder["r/report.md"]);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(folder["r/report.html"]), Does.Contain("A title").And.Not.Contains("NaN"));
            Assert.That(text, Does.StartWith("# A title").And.Not.Contains("NaN"));
            foreach (var block in _document.Sections.SelectMany(section => section.Blocks))
            {
                if (IdOf(block) is { } id)
                    Assert.That(folder[$"r/csv/{id}.csv"], Does.Exist);
                if (block is ChartBlock)
                    Assert.That(text, Does.Contain($"csv/{IdOf(block)}.csv"));
                if (block is TableBlock table)
                    Assert.That(text, Does.Contain(table.Caption));
            }

            foreach (var file in Directory.GetFiles(folder["r/csv"]))
            {
                var cells = File.ReadLines(file).Select(line => Regex.Replace(line, "\"[^\"]*\"", "q").Split(',').Length).Distinct();
                Assert.That(cells.Count(), Is.EqualTo(1), file);
            }

            Assert.That(File.ReadLines(folder["r/csv/days.csv"]).Count(), Is.EqualTo(1 + 3 * 5 * SampleSlow.Days));
        });
    }

    [Test]
    public void Write_SameOutcome_SameBytes()
    {
        using var folder = new TemporaryFolder();
        SlowReportFolder.Write(folder["a"], _outcome, SampleSlow.Setting, SampleSlow.Grid, "A title");
        SlowReportFolder.Write(folder["b"], SampleSlow.Run(), SampleSlow.Setting, SampleSlow.Grid, "A title");

        foreach (var file in Directory.GetFiles(folder["a"], "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(file.Replace(folder["a"], folder["b"])), Is.EqualTo(File.ReadAllBytes(file)), file);
    }

    [Test]
    public void Page_IsWellFormed_WithUniqueIds_AndADrawingOfEveryFigureForScreenAndPhone()
    {
        using var output = new StringWriter();
        DocumentHtml.Write(_document, output);
        var page = XDocument.Parse(Regex.Replace(output.ToString(), "<!DOCTYPE html>|<meta[^>]*>", string.Empty));

        var drawings = page.Descendants("figure").Select(figure => figure.Elements("svg").Count());
        Assert.Multiple(() =>
        {
            Assert.That(page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>(), Is.Unique);
            Assert.That(drawings, Has.Exactly(8).EqualTo(2), "equity, two costs, lead, drawdown, information ratios, two heat maps; wide and narrow");
            Assert.That(output.ToString(), Does.Not.Match("(?i)<script|<link|<img|https?:"));
        });
    }

    [Test]
    public void Months_AddUpToTheLeadOverOneOverN()
    {
        var (_, curves) = _outcome;
        var lead = curves.Portfolios[0].AtCosts[^1].Result.NetReturns.Sum() - curves.EqualWeightAtCosts[^1].NetReturns.Sum();
        var months = _document.Charts.Single(chart => chart.Id == "monthly-lead").Chart.Records.Rows;

        Assert.That(months.Sum(row => double.Parse(row[1], CultureInfo.InvariantCulture)), Is.EqualTo(100 * lead).Within(1e-9));
    }

    [Test]
    public void Folds_EveryDayBelongsToThePoolInForce()
    {
        var pools = Table(_document, "pools");

        Assert.That(pools.Rows.Select(row => row.Cells[0].Text), Is.EqualTo(new[] { "2023-12-31", "2024-02-19" }), "fitted through");
        Assert.That(pools.Rows.Select(row => row.Cells[3].Value), Is.EqualTo(new[] { 50.0, SampleSlow.Days - 50 }));
        Assert.That(Table(_document, "fold-figures").Rows, Has.Count.EqualTo(2 * 4));
    }

    [Test]
    public void Gate_NeverClosed_IsSaid() =>
        Assert.That(_document.Sections.Single(section => section.Id == "gate").Blocks.Single(), Is.InstanceOf<NoteBlock>());

    [Test]
    public void Gate_ClosedForLackOfScores_NamesDaysAndReason_AtEveryCost()
    {
        var document = SlowReport.Create(SampleSlow.Run(score: SampleSlow.SilentAtFirst(7)), SampleSlow.Setting);

        var rows = Table(document, "gate-days").Rows;
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.Cells[1].Value), Is.EqualTo(new[] { 0.0, 5, 10 }));
            Assert.That(rows.Select(row => (row.Name, row.Cells[0].Text, row.Cells[2].Value)), Is.All.EqualTo(("2024-01-01", "2024-01-07", 7.0)));
            Assert.That(rows[0].Cells[3].Text, Is.EqualTo("18 names are scored, fewer than 20"));
            Assert.That(document.Caveats, Has.Some.Contains("made the portfolio 1/N"));
        });
    }

    [Test]
    public void Gate_ClosedByOneCost_IsClosedAtThatCostAlone()
    {
        var setting = SampleSlow.Setting with { Rule = SampleSlow.Rule with { ExpectedTurnover = 0.15 } };

        var row = Table(SlowReport.Create(SampleSlow.Run(setting), setting), "gate-days").Rows.Single();

        Assert.That(row.Cells[1].Value, Is.EqualTo(10));
        Assert.That(row.Cells[3].Text, Does.Contain("7.6 % a year"));
    }

    private static TableBlock Table(ReportDocument document, string id) => document.Tables.Single(table => table.Id == id);

    private static string? IdOf(ReportBlock block) => block switch
    {
        TableBlock table => table.Id,
        ChartBlock chart => chart.Id,
        _ => null
    };
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests.Reports;

/// <summary>The report of a walk-forward run that trades a rank buffer at several costs, with comparators.</summary>
public class RankBufferReportTests
{
    private EvaluationOutcome _outcome = null!;
    private ReportDocument _document = null!;

    [OneTimeSetUp]
    public void Evaluate()
    {
        _outcome = SampleRankBuffer.Run();
        _document = EvaluationReport.Create(_outcome, null, "A title");
    }

    [Test]
    public void Create_HasTheSectionsInOrder() => Assert.That(
        _document.Sections.Select(section => section.Id),
        Is.EqualTo(new[] { "returns", "numbers", "costs", "factors", "months", "trading", "periods", "folds", "fallbacks", "validation-uses", "setting" }));

    [Test]
    public void Create_NoSkill_SaysNoEdgeAtTheHighestCost_AndJudgesNoComparator()
    {
        Assert.That(_document.Headline, Is.EqualTo("No edge after 10 basis points a side."));
        Assert.That(_document.Verdicts.Select(verdict => (verdict.Name, verdict.HasEdge)), Is.EqualTo(new[] { ("V", false) }));
        Assert.That(_document.Verdicts[0].Reason, Does.Contain("after 10 basis points a side, not above the"));
        Assert.That(_document.Caveats, Has.Some.StartsWith("Comparators stand beside the others and get no verdict: pool is the experts"));
        Assert.That(_document.Setting, Does.Contain("2 dated pools, a rank buffer, costs of 0, 5 and 10 basis points a side"));
    }

    [Test]
    public void Create_KnowledgeOfWhatComes_ShowsAnEdge()
    {
        var document = EvaluationReport.Create(SampleRankBuffer.Run(isKnowing: true));

        Assert.That(document.Headline, Is.EqualTo("V shows an edge after 10 basis points a side."));
        Assert.That(document.Verdicts[0].HasEdge);
        Assert.That(document.Verdicts[0].Reason, Does.Contain("beats 100").And.Not.Contains("allowing for"));
    }

    [Test]
    public void Create_RuleThatFallsBackOnMostDays_HasNoEdge_AndTheReasonSaysSo()
    {
        var known = SampleRankBuffer.Run(isKnowing: true).Result;
        var fallen = known.Strategies[0] with
        {
            Costs = [.. known.Strategies[0].Costs.Select(at => at with { FallbackDays = 41, FallbackReason = "18 names are scored" })]
        };

        var result = known with { Strategies = [fallen, .. known.Strategies.Skip(1)] };

        Assert.That(VerdictText.Headline(result), Does.StartWith("No edge"));
        Assert.That(VerdictText.Reason(fallen, result), Does.EndWith("; its rule fell back to 1/N on 41 of 80 days (at most half allowed), first because 18 names are scored."));
    }

    [Test]
    public void Write_EveryTableAndChartIsACsvFile_AndTheTextNamesEach()
    {
        using var folder = new TemporaryFolder();
        ReportFolder.Write(folder["r"], _outcome, null, "A title");

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

            Assert.That(File.ReadLines(folder["r/csv/days.csv"]).Count(), Is.EqualTo(1 + 3 * 5 * SampleRankBuffer.Days));
        });
    }

    [Test]
    public void Write_SameStrategies_SameBytes()
    {
        using var folder = new TemporaryFolder();
        ReportFolder.Write(folder["a"], _outcome, null, "A title");
        ReportFolder.Write(folder["b"], SampleRankBuffer.Run(), null, "A title");

        foreach (var file in Directory.GetFiles(folder["a"], "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(file.Replace(folder["a"], folder["b"])), Is.EqualTo(File.ReadAllBytes(file)), file);
    }

    [Test]
    public void Page_IsWellFormed_WithUniqueIds_AndADrawingOfEveryChartForScreenAndPhone()
    {
        using var output = new StringWriter();
        EvaluationReport.WriteHtml(_outcome, output, "A title");
        var page = XDocument.Parse(Regex.Replace(output.ToString(), "<!DOCTYPE html>|<meta[^>]*>", string.Empty));

        var drawings = page.Descendants("figure").Select(figure => figure.Elements("svg").Count());
        Assert.Multiple(() =>
        {
            Assert.That(page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>(), Is.Unique);
            Assert.That(
                drawings, Has.Exactly(13).EqualTo(2),
                "equity, two costs, active return, drawdown, information ratios, alpha, five maps of months, holdings; wide and narrow");
            Assert.That(output.ToString(), Does.Not.Match("(?i)<script|<link|<img|https?:"));
        });
    }

    [Test]
    public void Equity_IsShadedByPermutedPortfolios_BecauseNoneIsRandom()
    {
        var equity = (DaysChart)_document.Charts.Single(chart => chart.Id == "equity").Chart;

        Assert.That(equity.Range!.Name, Is.EqualTo("20 permuted portfolios, 5 % to 95 %"));
        Assert.That(equity.Lines.Select(line => line.Name), Is.EqualTo(new[] { "V", "pool", "prior", "ridge", "1/N", "median" }));
    }

    [Test]
    public void Costs_EachHasItsInformationRatio_AndActiveReturnsOverComparators()
    {
        var (result, _, _) = _outcome;

        var ratios = Table(_document, "information-ratios");
        var over = Table(_document, "over-comparators");

        Assert.Multiple(() =>
        {
            Assert.That(
                ratios.Columns.Select(column => column.Head),
                Is.EqualTo(new[]
                {
                    "IR, 0 bp", "95 %, 0 bp", "IR, 5 bp", "95 %, 5 bp", "IR, 10 bp", "95 %, 10 bp", "t of IC", "Turnover", "Break-even", "Permuted"
                }.Select(head => head.Replace("95 %", "95\u00a0%"))));
            Assert.That(
                ratios.Rows[0].Cells[4].Value, Is.EqualTo(result.Strategies[0].Costs[2].OverEqualWeight.InformationRatio.Value));
            Assert.That(ratios.Rows[1].Cells[5].Upper, Is.EqualTo(result.Strategies[1].Costs[2].OverEqualWeight.InformationRatio.Upper));
            Assert.That(ratios.Rows.Select(row => row.IsReference), Is.EqualTo(new[] { false, true, true, true }));
            Assert.That(over.Rows.Select(row => row.Name), Is.EqualTo(new[] { "pool", "prior", "ridge" }));
            Assert.That(over.Rows[0].Cells[4].Value, Is.EqualTo(result.OverComparators[2].InformationRatio.Value).And.Negative);
            Assert.That(Table(_document, "yearly").Rows[^1].Cells[5].Value, Is.EqualTo(result.EqualWeight.Net.Compounded.Sharpe));
        });
    }

    [Test]
    public void Months_AddUpToTheActiveReturnOverOneOverN()
    {
        var curves = _outcome.Curves;
        var active = curves.Strategies[0].Net.NetReturns.Sum() - curves.EqualWeightAtCosts[^1].NetReturns.Sum();
        var months = _document.Charts.Single(chart => chart.Id == "monthly-active").Chart.Records.Rows;

        Assert.That(months.Sum(row => double.Parse(row[1], CultureInfo.InvariantCulture)), Is.EqualTo(100 * active).Within(1e-9));
    }

    [Test]
    public void Folds_EveryDayBelongsToThePoolInForce()
    {
        var pools = Table(_document, "pools");

        Assert.That(pools.Rows.Select(row => row.Cells[0].Text), Is.EqualTo(new[] { "2023-12-31", "2024-02-19" }), "fitted through");
        Assert.That(pools.Rows.Select(row => row.Cells[3].Value), Is.EqualTo(new[] { 50.0, SampleRankBuffer.Days - 50 }));
        Assert.That(Table(_document, "fold-figures").Rows, Has.Count.EqualTo(2 * 4));
    }

    [Test]
    public void Fallbacks_None_IsSaid() =>
        Assert.That(_document.Sections.Single(section => section.Id == "fallbacks").Blocks.Single(), Is.InstanceOf<NoteBlock>());

    [Test]
    public void Fallbacks_ForLackOfScores_NameDaysAndReason_AtEveryCost()
    {
        var document = EvaluationReport.Create(SampleRankBuffer.Run(scores: SampleRankBuffer.SilentAtFirst(7)));

        var rows = Table(document, "fallback-days").Rows;
        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row.Cells[1].Value), Is.EqualTo(new[] { 0.0, 5, 10 }));
            Assert.That(rows.Select(row => (row.Name, row.Cells[0].Text, row.Cells[2].Value)), Is.All.EqualTo(("2024-01-01", "2024-01-07", 7.0)));
            Assert.That(rows[0].Cells[3].Text, Is.EqualTo("18 names are scored, fewer than 20"));
            Assert.That(document.Caveats, Has.Some.Contains("fell back to 1/N"));
        });
    }

    [Test]
    public void Fallbacks_ForItsCost_AreAtThatCostAlone()
    {
        var rule = SampleRankBuffer.Rule with { ExpectedTurnover = 0.15 };

        var row = Table(EvaluationReport.Create(SampleRankBuffer.Run(rule)), "fallback-days").Rows.Single();

        Assert.That(row.Cells[1].Value, Is.EqualTo(10));
        Assert.That(row.Cells[3].Text, Does.Contain("7.6 % a year"));
    }

    [Test]
    public void Setting_DescribesTheRule()
    {
        var rows = Table(_document, "setting-words").Rows.ToDictionary(row => row.Name, row => row.Cells[0].Text!.Replace('\u00a0', ' '));

        Assert.Multiple(() =>
        {
            Assert.That(rows["Portfolio"], Does.StartWith("rank buffer: names enter from the top k and stay until their rank leaves 2k; long only"));
            Assert.That(rows["k"], Is.EqualTo("25 % of the scored names, at least 4"));
            Assert.That(rows["Fallback to 1/N"], Is.EqualTo("with fewer than 20 scored names, or an expected cost above 5 % a year"));
            Assert.That(rows["Costs"], Is.EqualTo("costs of 0, 5 and 10 basis points a side"));
            Assert.That(rows["Null portfolios"], Is.EqualTo("20 permuted for each strategy"));
        });
    }

    [Test]
    public void Setting_OfPoolsWithOtherParameters_SaysFromWhichDayOnWhatHolds()
    {
        var second = SampleRankBuffer.Rule with { HoldFraction = 0.5, ExpectedTurnover = 0.15 };

        var document = EvaluationReport.Create(SampleRankBuffer.Run(second: second));

        var rows = Table(document, "setting-words").Rows.ToDictionary(row => row.Name, row => row.Cells[0].Text!.Replace('\u00a0', ' '));
        Assert.That(rows["k (from 2024-01-01)"], Is.EqualTo("25 % of the scored names, at least 4"));
        Assert.That(rows["k (from 2024-02-20)"], Is.EqualTo("50 % of the scored names, at least 4"));
        var fallbacks = document.Sections.Single(section => section.Id == "fallbacks");
        Assert.That(fallbacks.Intro.Replace('\u00a0', ' '), Does.Contain("Each pool goes by its own expected turnover. At the pools' largest expected turnover that cost is 0.0 % at 0 bp, 3.8 % at 5 bp and 7.6 % at 10 bp"));
        Assert.That(Table(document, "fallback-days").Rows.Select(row => row.Name), Is.EqualTo(new[] { "2024-02-20" }), "at 10 basis points, from the change of pools on");
    }

    [Test]
    public void Setting_OfPoolsThatDifferInExpectedTurnoverAlone_ReadsAsOfOneRule()
    {
        var document = EvaluationReport.Create(SampleRankBuffer.Run(second: SampleRankBuffer.Rule with { ExpectedTurnover = 0.01 }));

        Assert.That(Table(document, "setting-words").Rows.Select(row => row.Name), Is.EqualTo(Table(_document, "setting-words").Rows.Select(row => row.Name)));
    }

    private static TableBlock Table(ReportDocument document, string id) => document.Tables.Single(table => table.Id == id);

    private static string? IdOf(ReportBlock block) => block switch
    {
        TableBlock table => table.Id,
        ChartBlock chart => chart.Id,
        _ => null
    };
}

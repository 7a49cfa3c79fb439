using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Tests.Reports;

public class EvaluationReportTests
{
    [Test]
    public void Write_TheVerdictComesBeforeAnyChart()
    {
        var page = Page(SampleEvaluation.Run());

        var headline = page.IndexOf("V shows an edge after costs; the others do not.", StringComparison.Ordinal);
        Assert.That(headline, Is.Positive.And.LessThan(page.IndexOf("<svg", StringComparison.Ordinal)));
        Assert.That(page, Does.Contain("<b>W</b><span class=\"call\">No edge.</span>"));
    }

    [Test]
    public void Write_NoStrategyWithSkill_SaysNoEdge()
    {
        var outcome = SampleEvaluation.Run();
        var blind = outcome with
        {
            Result = outcome.Result with { Strategies = [outcome.Result.Strategies[1]] },
            Curves = outcome.Curves with { Strategies = [outcome.Curves.Strategies[1]] }
        };

        Assert.That(Page(blind), Does.Contain(">No edge after costs.</p>"));
    }

    [Test]
    public void Write_APercentileJustMissed_IsNotRoundedUpToTheBar()
    {
        var outcome = SampleEvaluation.Run();
        var strategy = outcome.Result.Strategies[0] with { PercentileAmongPermutedNet = 0.9899 };

        var page = Page(outcome with { Result = outcome.Result with { Strategies = [strategy, outcome.Result.Strategies[1]] } });

        Assert.That(page, Does.Contain("beats 98.9").And.Contains("No edge after costs."));
    }

    [Test]
    public void Write_ADifferenceThatMayBeChance_IsNoEdge_AndSaysWhy()
    {
        var outcome = SampleEvaluation.Run();
        var known = outcome.Result.Strategies[0];
        var strategy = known with { Statistics = known.Statistics with { DifferenceP = 0.0104 } };

        var page = Page(outcome with { Result = outcome.Result with { Strategies = [strategy, outcome.Result.Strategies[1]] } });

        Assert.That(page, Does.Contain("may be chance (p = 0.011, allowing for 2 strategies; at most 0.010 needed)").And.Contains("No edge after costs."));
        Assert.That(Page(outcome), Does.Contain("is more than chance gives (p = 0.001"));
    }

    [Test]
    public void Write_AnAlphaThatMayBeChance_IsNoEdge_AndNamesWhatExplainsTheReturn()
    {
        var outcome = SampleEvaluation.Run();
        var known = outcome.Result.Strategies[0];
        var factors = known.Factors! with { AlphaP = 0.0104, Exposures = [known.Factors!.Exposures[0] with { Name = "low volatility", Yearly = 0.01 }] };

        var page = Page(outcome with { Result = outcome.Result with { Strategies = [known with { Factors = factors }, outcome.Result.Strategies[1]] } });

        Assert.That(page, Does.Contain("a year, which may be chance (p = 0.011): low volatility explains the return").And.Contains("No edge after costs."));
        Assert.That(Page(outcome), Does.Match(@"1/N leaves an alpha of [0-9,.]+&#160;% a year, more than chance gives \(p = 0\.001\)"));
    }

    [Test]
    public void Write_OneOverNThatIsNotRebalanced_IsTheBarWhereItIsAhead()
    {
        var outcome = SampleEvaluation.Run();
        var drifting = outcome.Result.Factors!.Drifting;
        var ahead = drifting with { Net = drifting.Net with { Paper = drifting.Net.Paper with { SharpeRatio = 99 } } };
        var factors = outcome.Result.Factors with { Portfolios = [outcome.Result.Factors.Portfolios[0], ahead] };

        var page = Page(outcome with { Result = outcome.Result with { Factors = factors } });

        Assert.That(page, Does.Contain("not above the 99.00 of 1/N, not rebalanced;"));
    }

    [Test]
    public void Write_TheTableOfConfidence_HasTheIntervals()
    {
        var outcome = SampleEvaluation.Run();
        var statistics = outcome.Result.Strategies[0].Statistics;

        var page = Page(outcome);

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("Confidence intervals and tests of the Sharpe ratios, after costs"));
            Assert.That(page, Does.Contain($"<td>{Display.Interval(statistics.Sharpe.Lower, statistics.Sharpe.Upper, "N2")}</td>"));
            Assert.That(page, Does.Contain($"<td>{Display.Interval(statistics.Difference.Lower, statistics.Difference.Upper, "N2")}</td>"));
            Assert.That(page, Does.Contain($"<td>{Display.BasisPoints(statistics.BreakEvenBps)}</td>"));
            Assert.That(page, Does.Contain("expected best of 341 trials"));
            Assert.That(page, Does.Contain("Hansen&#39;s test"));
        });
    }

    [Test]
    public void Write_WithoutCosts_SaysSo()
    {
        var page = Page(SampleEvaluation.Run(costBps: 0));

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("No costs were charged"));
            Assert.That(page, Does.Contain("an order can only get the next open"));
            Assert.That(page, Does.Not.Contain("after costs by day"));
        });
    }

    [Test]
    public void Write_IsWellFormed_WithUniqueIds_AndEveryReferenceResolved()
    {
        var page = Xml(Page(SampleEvaluation.Run()));

        var ids = page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToArray();
        var references = page.Descendants().SelectMany(element => ((string?)element.Attribute("aria-labelledby"))?.Split(' ') ?? []);
        Assert.Multiple(() =>
        {
            Assert.That(ids, Is.Unique.And.Not.Empty);
            Assert.That(references.Except(ids), Is.Empty);
        });
    }

    [Test]
    public void Write_ChartsHaveTitleAndDescription_AndHeadersAScope()
    {
        var page = Xml(Page(SampleEvaluation.Run()));

        var charts = page.Descendants("svg").Where(svg => (string?)svg.Attribute("role") == "img").ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(charts, Has.Length.EqualTo(22), "return before and after costs, active return, drawdown, alpha, five of months, turnover; wide and narrow");
            Assert.That(charts.All(svg => svg.Element("title")!.Value.Length > 0 && svg.Element("desc")!.Value.Length > 0));
            Assert.That(page.Descendants("th").Select(th => (string?)th.Attribute("scope")), Is.All.AnyOf("col", "row"));
        });
    }

    [Test]
    public void Write_IsSelfContained_WithoutScript() =>
        Assert.That(Page(SampleEvaluation.Run()), Does.Not.Match("(?i)<script|<link|<img|<iframe|@import|url\\(|https?:|\\son\\w+="));

    [Test]
    public void Write_EscapesNames()
    {
        using var output = new StringWriter();
        EvaluationReport.WriteHtml(SampleEvaluation.Run(worst: "<b>\"&"), output, "<script>alert('1')</script>");

        Assert.That(output.ToString(), Does.Not.Contain("<script").And.Not.Contain("<b>\"&").And.Contains("&lt;b&gt;&quot;&amp;"));
    }

    [Test]
    public void Write_EveryPointOfAChartLiesInIt()
    {
        var page = Xml(Page(SampleEvaluation.Run()));

        var returns = page.Descendants("section").First(section => (string?)section.Element("h2")!.Attribute("id") == "returns");
        var charts = returns.Descendants("svg").Where(svg => (string?)svg.Attribute("role") == "img").ToArray();
        Assert.That(charts, Has.Length.EqualTo(8));
        foreach (var svg in charts)
        {
            var box = ((string)svg.Attribute("viewBox")!).Split(' ').Select(Number).ToArray();
            var points = svg.Elements("path").SelectMany(path => Regex.Matches((string)path.Attribute("d")!, "[ML](\\S+) ([^MLZ]+)"));
            Assert.That(points.Count(), Is.GreaterThan(SampleEvaluation.Days));
            Assert.That(points.All(point => Number(point.Groups[1].Value) is >= 0 && Number(point.Groups[1].Value) <= box[2]));
            Assert.That(points.All(point => Number(point.Groups[2].Value) is >= 0 && Number(point.Groups[2].Value) <= box[3]));
        }
    }

    [Test]
    public void Write_OneDayAndNoStrategy_StillMakesAPage()
    {
        var grid = SmallMarket.Grid([[1, 1], [1, 1]]);
        var outcome = Evaluator.Evaluate(new Simulator(grid, new EvaluationSpan(0, 1), FillRule.Close), [], [ProportionalCosts.None]);

        Assert.That(Page(outcome), Does.Contain("No strategy was evaluated.").And.Not.Contains("NaN"));
    }

    [Test]
    public void Write_UsesOfValidation_AreCounted()
    {
        Assert.That(Page(SampleEvaluation.Run()), Does.Contain("341 uses in all"));
    }

    private static string Page(EvaluationOutcome outcome)
    {
        using var output = new StringWriter();
        EvaluationReport.WriteHtml(outcome, output, "A title");
        return output.ToString();
    }

    // Our HTML is XML but for the doctype and the two meta elements.
    private static XDocument Xml(string page) => XDocument.Parse(Regex.Replace(page, "<!DOCTYPE html>|<meta[^>]*>", string.Empty));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

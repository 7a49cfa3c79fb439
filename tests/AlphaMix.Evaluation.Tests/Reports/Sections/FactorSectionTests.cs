using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Charts;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Tests.Reports.Sections;

public class FactorSectionTests
{
    private EvaluationOutcome _outcome = null!;
    private ReportSection _section = null!;

    [OneTimeSetUp]
    public void Evaluate()
    {
        var grid = SmallMarket.Random(180, 12, seed: 3);
        _outcome = Evaluator.Evaluate(
            new Simulator(grid, new EvaluationSpan(70, 100), FillRule.Close),
            [new Strategy("V", SmallMarket.RandomScores(grid, 3), new DailyTopK())],
            [new ProportionalCosts { Bps = 5 }],
            new EvaluatorOptions { Portfolios = 10, Replications = 100 });
        _section = EvaluationReport.Create(_outcome).Sections.Single(section => section.Id == "factors");
    }

    [Test]
    public void Create_Chart_IsTheCumulatedSumOfAlphaAndResiduals()
    {
        var chart = (DaysChart)_section.Blocks.OfType<ChartBlock>().Single().Chart;

        var fit = _outcome.Result.Strategies[0].Factors!.Fit;
        Assert.That(chart.Lines[0].Points, Has.Count.EqualTo(100));
        Assert.That(chart.Lines[0].Points[^1].Y, Is.EqualTo(100 * 100 * fit.Alpha.Value).Within(1e-9), "residuals add up to 0");
    }

    [Test]
    public void Regression_HasAlphaInPercentAYear_AndASlopeForEachFactor()
    {
        var table = Table("factor-regression");

        var factors = _outcome.Result.Strategies[0].Factors!;
        Assert.Multiple(() =>
        {
            Assert.That(
                table.Columns.Select(column => column.Head),
                Is.EqualTo(new[] { "alpha %", "95 %", "t", "p", "R2", "1/N", "low volatility", "reversal" }));
            Assert.That(table.Rows[0].Cells[0].Value, Is.EqualTo(100 * 252 * factors.Fit.Alpha.Value).Within(1e-9));
            Assert.That(table.Rows[0].Cells[2].Value, Is.EqualTo(factors.Fit.AlphaT));
            Assert.That(table.Rows[0].Cells[6].Value, Is.EqualTo(factors.Fit.Betas[1]));
            Assert.That(Table("over-best").Rows[0].Cells[1].Value, Is.EqualTo(factors.OverBest.Value));
            Assert.That(Table("over-best").Caption, Does.Contain($"against {factors.Best}, the best"));
        });
    }

    [Test]
    public void Regression_SeveralResults_AreMeanAndDeviation_WithoutIntervals()
    {
        var row = FactorTables.Regression([_outcome.Result, _outcome.Result]);

        Assert.That(row.Columns.Select(column => column.Head), Does.Not.Contain("95 %"));
        Assert.That(row.Rows[0].Cells, Has.Count.EqualTo(row.Columns.Count));
        Assert.That(row.Rows[0].Cells[0].Deviation, Is.Zero);
    }

    [Test]
    public void Alternatives_NameWhatIsLeftOut()
    {
        var rows = Table("factor-definitions").Rows;

        Assert.That(rows.Select(row => row.Name), Is.EqualTo(new[] { "1/N", "1/N, not rebalanced", "low volatility", "reversal", "low beta", "momentum", "dollar volume" }));
        Assert.That(Table("factor-portfolios").Rows, Has.Count.EqualTo(4));
        Assert.That(rows[4].Cells[^1].Text, Does.StartWith("left out: it needs 253 bars"));
        Assert.That(EvaluationNotes.From(_outcome.Result), Has.Some.EqualTo("Without the factor dollar volume: volumes are not known."));
    }

    private TableBlock Table(string id) => _section.Blocks.OfType<TableBlock>().Single(table => table.Id == id);
}

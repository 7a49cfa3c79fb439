using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Tests.Reports.Sections;

public class EvaluationTablesTests
{
    [Test]
    public void Numbers_OneResult_HasEveryStrategy_OneOverN_AndTheRandomPortfolios()
    {
        var result = SampleEvaluation.Run().Result;

        var table = EvaluationTables.Numbers([result]);

        Assert.Multiple(() =>
        {
            Assert.That(
                table.Columns.Select(column => column.Head),
                Is.EqualTo(new[] { "TR %", "SR", "MDD %", "net TR", "net SR", "acc.", "IC", "turnover", "experts", "random", "permuted" }));
            Assert.That(
                table.Rows.Select(row => row.Name), Is.EqualTo(new[] { "V", "W", "1/N", "random 5 %", "random 50 %", "random 95 %" }));
            Assert.That(table.Rows.Select(row => row.Cells.Count), Is.All.EqualTo(table.Columns.Count));
            Assert.That(table.Rows[1].Cells[4].Value, Is.EqualTo(result.Strategies[1].Net.Paper.SharpeRatio));
            Assert.That(table.Rows[1].Cells[10].Value, Is.EqualTo(result.Strategies[1].PercentileAmongPermuted));
            Assert.That(table.Rows[2].Cells[3].Value, Is.EqualTo(result.EqualWeight.Net.Paper.TotalReturn));
            Assert.That(table.Rows[5].Cells[1].Value, Is.EqualTo(result.Random!.SharpeRatio.P95));
        });
    }

    [Test]
    public void Numbers_SeveralResults_AreMeanAndStandardDeviation_WhereTheyDiffer()
    {
        var first = SampleEvaluation.Run().Result;
        var second = first with { Strategies = [With(first.Strategies[0], turnover: first.Strategies[0].Turnover + 0.2), first.Strategies[1]] };

        var table = EvaluationTables.Numbers([first, second]);

        Assert.Multiple(() =>
        {
            Assert.That(table.Rows[0].Cells[7].Value, Is.EqualTo(first.Strategies[0].Turnover + 0.1).Within(1e-12));
            Assert.That(table.Rows[0].Cells[7].Deviation, Is.EqualTo(0.2 / Math.Sqrt(2)).Within(1e-12), "divisor n - 1");
            Assert.That(table.Rows[1].Cells[7].Deviation, Is.NaN, "the same in both");
        });
    }

    [Test]
    public void Costs_SeveralResults_HaveNoIntervals()
    {
        var first = SampleRankBuffer.Run().Result;
        var second = first with { Strategies = [With(first.Strategies[0], turnover: 1), .. first.Strategies.Skip(1)] };

        var table = EvaluationTables.Costs([first, second]);

        Assert.That(
            table.Columns.Select(column => column.Head),
            Is.EqualTo(new[] { "IR, 0 bp", "IR, 5 bp", "IR, 10 bp", "t of IC", "Turnover", "Break-even", "Permuted" }));
        Assert.That(table.Rows.Select(row => row.Name), Is.EqualTo(new[] { "V", "pool", "prior", "ridge" }));
        Assert.That(table.Rows[0].Cells[4].Value, Is.EqualTo((first.Strategies[0].Turnover + 1) / 2).Within(1e-12));
    }

    [Test]
    public void Costs_InATerminal_ShowsIntervalsAndAscii()
    {
        using var output = new StringWriter();

        DocumentText.Write(EvaluationTables.Costs([SampleRankBuffer.Run().Result]), output);

        Assert.That(output.ToString(), Does.Match(@"(?m)^V .* -?\d+\.\d\d to -?\d+\.\d\d ").And.Match(@"^[\x00-\x7f]*$"));
    }

    private static StrategyEvaluation With(StrategyEvaluation strategy, double turnover) => strategy with { Turnover = turnover };
}

using System.Text.RegularExpressions;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Testing;

namespace AlphaMix.Evaluation.Tests.Reports;

public class ReportFolderTests
{
    private EvaluationOutcome _outcome = null!;
    private RunDiagnostics _diagnostics = null!;

    [OneTimeSetUp]
    public void Evaluate()
    {
        _outcome = SampleEvaluation.Run();
        _diagnostics = SampleEvaluation.Examine(_outcome);
    }

    [Test]
    public void Of_HasTheSectionsInOrder() => Assert.That(
        EvaluationReport.Create(_outcome, _diagnostics).Sections.Select(section => section.Id),
        Is.EqualTo(new[]
        {
            "returns", "numbers", "factors", "months", "trace", "forecasts-closer", "calibration", "trading", "periods", "groups", "features", "validation-uses", "setting"
        }));

    [Test]
    public void Of_EveryBlockHasAnIdOfItsOwn()
    {
        var document = EvaluationReport.Create(_outcome, _diagnostics);
        var ids = document.Sections.SelectMany(section => section.Blocks).Select(IdOf).OfType<string>().Concat(document.Sections.Select(section => section.Id));

        Assert.That(ids, Is.Unique);
    }

    [Test]
    public void Write_EveryTableAndChartIsACsvFile_AndTheTextNamesEach()
    {
        using var folder = new TemporaryFolder();
        ReportFolder.Write(folder["r"], _outcome, _diagnostics, "A title");

        var blocks = EvaluationReport.Create(_outcome, _diagnostics).Sections.SelectMany(section => section.Blocks).ToArray();
        var text = File.ReadAllText(folder["r/report.md"]);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(folder["r/report.html"]), Does.Contain("A title").And.Not.Contains("NaN"));
            Assert.That(text, Does.StartWith("# A title").And.Not.Contains("NaN"));
            foreach (var block in blocks)
            {
                if (IdOf(block) is { } id)
                    Assert.That(folder[$"r/csv/{id}.csv"], Does.Exist);
                if (block is ChartBlock chart)
                    Assert.That(text, Does.Contain($"csv/{chart.Id}.csv"));
                if (block is TableBlock table)
                    Assert.That(text, Does.Contain(table.Caption));
            }
        });
    }

    [Test]
    public void Write_CsvFilesHaveAsManyCellsInEveryLine_AndUnroundedNumbers()
    {
        using var folder = new TemporaryFolder();
        ReportFolder.Write(folder["r"], _outcome, _diagnostics, "A title");

        foreach (var file in Directory.GetFiles(folder["r/csv"]))
        {
            var lines = File.ReadAllLines(file).Select(line => Regex.Replace(line, "\"[^\"]*\"", "q").Split(',').Length).Distinct();
            Assert.That(lines.Count(), Is.EqualTo(1), file);
        }

        var sharpe = _outcome.Result.Strategies[0].Gross.Paper.SharpeRatio;
        Assert.That(File.ReadAllLines(folder["r/csv/gross.csv"])[1].Split(',')[2], Is.EqualTo(FormattableString.Invariant($"{sharpe:R}")));
        Assert.That(File.ReadLines(folder["r/csv/days.csv"]).Count(), Is.EqualTo(1 + 3 * SampleEvaluation.Days));
        Assert.That(File.ReadLines(folder["r/csv/router-trace.csv"]).Skip(1).First(), Does.StartWith("V,2024-01-01,"));
    }

    [Test]
    public void Write_SameOutcome_SameBytes()
    {
        using var folder = new TemporaryFolder();
        ReportFolder.Write(folder["a"], _outcome, _diagnostics, "A title");
        ReportFolder.Write(folder["b"], _outcome, _diagnostics, "A title");

        foreach (var file in Directory.GetFiles(folder["a"], "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(file.Replace(folder["a"], folder["b"])), Is.EqualTo(File.ReadAllBytes(file)), file);
    }

    private static string? IdOf(ReportBlock block) => block switch
    {
        TableBlock table => table.Id,
        ChartBlock chart => chart.Id,
        _ => null
    };
}

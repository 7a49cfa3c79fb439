using AlphaMix.Core.Extensions;
using AlphaMix.Evaluation.Evaluations;
using AlphaMix.Evaluation.Reports;
using AlphaMix.Evaluation.Reports.Documents;
using AlphaMix.Evaluation.Reports.Sections;

namespace AlphaMix.Evaluation.Tests.Reports.Sections;

public class ReportOutlineTests
{
    [Test]
    public void Create_LeavesOutWhatDoesNotApply_AndKeepsTheOrder()
    {
        var outline = new ReportOutline(new WordSection("first"), new NumberSection("second"), new WordSection("third"));

        Assert.That(outline.Create(ReportContext.Empty.With("a word")).Select(section => section.Id), Is.EqualTo(new[] { "first", "third" }));
        Assert.That(outline.Create(ReportContext.Empty.With("a word").With(Version.Parse("1.0"))).Select(section => section.Id),
            Is.EqualTo(new[] { "first", "second", "third" }));
        Assert.That(outline.Create(ReportContext.Empty), Is.Empty);
    }

    [Test]
    public void With_TakenId_IsNamed() => Assert.That(
        () => new ReportOutline(new WordSection("first")).With(new WordSection("first")), Throws.ArgumentException.With.Message.Contains("'first'"));

    [Test]
    public void Get_MissingItem_NamesItAndWhatThereIs() => Assert.That(
        () => ReportContext.Empty.With("a word").Get<Version>(), Throws.InvalidOperationException.With.Message.EqualTo("The report has no Version; it has String."));

    [Test]
    public void With_Null_LeavesTheContextAsItIs() => Assert.That(ReportContext.Empty.With<string>(null).Has<string>(), Is.False);

    [Test]
    public void Report_WithASectionOfOnesOwn_HasItAtTheEnd()
    {
        var report = EvaluationReport.Create(SampleEvaluation.Run(), outline: EvaluationReport.Outline.With(new DaysSection()));

        Assert.That(report.Sections[^1].Id, Is.EqualTo("days-evaluated"));
        Assert.That(report.Tables.Single(table => table.Id == "days-evaluated-table").Rows[0].Cells[0].Value, Is.EqualTo(SampleEvaluation.Days));
    }

    [Test]
    public void With_AnExtensionSet_HasItsSectionsInTheOrderOfTheirNames()
    {
        var extensions = ExtensionSet.Empty
            .With<IReportSection>("second", new WordSection("b")).With<IReportSection>("first", new WordSection("c"));

        var outline = new ReportOutline(new WordSection("a")).With(extensions);

        Assert.That(outline.Sections.Select(section => section.Id), Is.EqualTo(new[] { "a", "c", "b" }));
        Assert.That(() => outline.With(extensions), Throws.ArgumentException);
    }

    private sealed class WordSection(string id) : IReportSection
    {
        public string Id => id;

        public bool AppliesTo(ReportContext context) => context.Has<string>();

        public ReportSection Create(ReportContext context) => new("another", "Words", "", [new NoteBlock(context.Get<string>())]);
    }

    private sealed class NumberSection(string id) : IReportSection
    {
        public string Id => id;

        public bool AppliesTo(ReportContext context) => context.Has<Version>();

        public ReportSection Create(ReportContext context) => new(Id, "Numbers", "", [new NoteBlock($"{context.Get<Version>()}")]);
    }

    private sealed class DaysSection : IReportSection
    {
        public string Id => "days-evaluated";

        public bool AppliesTo(ReportContext context) => context.Has<EvaluationOutcome>();

        public ReportSection Create(ReportContext context) => new(
            Id, "Days", "",
            [new TableBlock("days-evaluated-table", "Days", "What", [new("Days", "Decision days")], [new("evaluated", [Cell.Count(context.Get<EvaluationOutcome>().Result.Days)])])]);
    }
}

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A section of a report.</summary>
/// <param name="Id">Its anchor and key in JSON; the report sets it to <c>IReportSection.Id</c>.</param>
/// <param name="Heading">Its heading, plain text.</param>
/// <param name="Intro">What it shows and how to read it, plain text; may be empty.</param>
/// <param name="Blocks">Tables, charts and notes, in order; may be empty.</param>
public sealed record ReportSection(string Id, string Heading, string Intro, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>
    /// Gets numbers for programs alone, by name: of an extension's section they stand beside its tables in the JSON of <c>evaluate</c> and
    /// <c>report</c>, and on no page. Unrounded, in ordinal order of the names; NaN and infinities are null. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();
}

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A section of a report.</summary>
/// <param name="Id">Its anchor: lower case, no spaces, unique in the report.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Intro">What it shows and how to read it; may be empty.</param>
/// <param name="Blocks">Tables, charts and notes.</param>
public sealed record ReportSection(string Id, string Heading, string Intro, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>
    /// Gets numbers for programs alone: with the section's tables they stand in the JSON of <c>evaluate</c> and <c>report</c>, where the
    /// section is an extension's. NaN is written as null. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();
}

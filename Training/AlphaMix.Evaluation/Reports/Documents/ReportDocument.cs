namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// A report before it is a page: a verdict, then sections of tables and charts whose numbers are still numbers. Written by
/// <see cref="DocumentHtml"/>, <see cref="DocumentMarkdown"/>, <see cref="DocumentText"/> and <see cref="DocumentCsv"/>.
/// </summary>
internal sealed record ReportDocument
{
    /// <summary>Gets what is reported on.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the verdict in one sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the days, instruments and rules behind it in one sentence.</summary>
    public required string Setting { get; init; }

    /// <summary>Gets the reasons, one a model.</summary>
    public IReadOnlyList<ReportVerdict> Verdicts { get; init; } = [];

    /// <summary>Gets what to keep in mind.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>Gets the sections.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>Gets the last line.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Gets all tables.</summary>
    public IEnumerable<TableBlock> Tables => Sections.SelectMany(section => section.Blocks).OfType<TableBlock>();

    /// <summary>Gets all charts.</summary>
    public IEnumerable<ChartBlock> Charts => Sections.SelectMany(section => section.Blocks).OfType<ChartBlock>();
}

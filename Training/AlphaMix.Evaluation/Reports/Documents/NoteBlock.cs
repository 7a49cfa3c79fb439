namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A paragraph of text in a section; on the page and in Markdown, not in CSV or JSON.</summary>
/// <param name="Text">Plain text; the page escapes it.</param>
public sealed record NoteBlock(string Text) : ReportBlock;

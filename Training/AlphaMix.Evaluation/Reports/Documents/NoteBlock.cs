namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A remark.</summary>
/// <param name="Text">Plain text.</param>
public sealed record NoteBlock(string Text) : ReportBlock;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>
/// A part of a section: a <see cref="TableBlock"/>, a <see cref="NoteBlock"/>, or a chart made by <see cref="ReportChart"/>. There can be
/// no other kinds.
/// </summary>
public abstract record ReportBlock
{
    // Closed: every writer handles exactly these kinds.
    private protected ReportBlock()
    {
    }
}

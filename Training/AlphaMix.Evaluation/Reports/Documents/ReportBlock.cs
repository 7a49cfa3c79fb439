namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A part of a section: <see cref="TableBlock"/>, <see cref="ChartBlock"/> or <see cref="NoteBlock"/>.</summary>
public abstract record ReportBlock
{
    // Each writer knows every kind.
    private protected ReportBlock()
    {
    }
}

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A chart.</summary>
/// <param name="Id">Its anchor and the name of its CSV file: lower case, no spaces, unique in the report.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Caption">How to read it.</param>
public abstract record ChartBlock(string Id, string Title, string Caption) : ReportBlock
{
    /// <summary>Gets the series.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>Gets the shaded range, if any.</summary>
    public ChartRange? Range { get; init; }

    /// <summary>Gets the head of the x column of the CSV file.</summary>
    internal abstract string XHead { get; }

    /// <summary>Gives an x for machines.</summary>
    internal abstract string XText(double x);
}

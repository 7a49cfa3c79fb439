namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>Percent over days, from 0 before the first.</summary>
public sealed record DaysChart(string Id, string Title, string Caption) : ChartBlock(Id, Title, Caption)
{
    /// <summary>Gets the days; a point's x is its day's index.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <inheritdoc/>
    internal override string XHead => "day";

    /// <inheritdoc/>
    internal override string XText(double x) => Display.Day(Days[(int)x]);
}

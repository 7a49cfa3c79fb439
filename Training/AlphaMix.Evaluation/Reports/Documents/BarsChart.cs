namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>Shares by category: bars of the series side by side. A point's x is its category's index.</summary>
public sealed record BarsChart(string Id, string Title, string Caption) : ChartBlock(Id, Title, Caption)
{
    /// <summary>Gets the names of the categories.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Gets the title of the x axis.</summary>
    public required string XTitle { get; init; }

    /// <summary>Gets the title of the y axis.</summary>
    public required string YTitle { get; init; }

    /// <inheritdoc/>
    internal override string XHead => XTitle;

    /// <inheritdoc/>
    internal override string XText(double x) => Categories[(int)x];
}

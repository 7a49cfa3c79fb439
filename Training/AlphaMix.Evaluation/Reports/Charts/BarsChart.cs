namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Values by category: bars of the series side by side. A point's x is its category's index.</summary>
internal sealed record BarsChart : SeriesChart
{
    /// <summary>Gets the names of the categories.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Gets the title of the x axis.</summary>
    public required string XTitle { get; init; }

    /// <summary>Gets the title of the y axis.</summary>
    public required string YTitle { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ChartKey> Keys =>
        [.. Lines.Select(line => new ChartKey(line.Name, $"bar {line.Style}", ChartMark.Box)), .. RangeKeys];

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        foreach (var layout in ChartLayout.Both(320, 260))
            new BarsDrawing(this, frame, layout).Write(output);
    }

    /// <inheritdoc/>
    internal override string XHead => XTitle;

    /// <inheritdoc/>
    internal override string XText(double x) => Categories[(int)x];
}

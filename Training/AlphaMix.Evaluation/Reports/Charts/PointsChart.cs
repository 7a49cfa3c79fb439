namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Values over a number: lines with marks, or marks with names.</summary>
internal sealed record PointsChart : SeriesChart
{
    /// <summary>Gets the title of the x axis.</summary>
    public required string XTitle { get; init; }

    /// <summary>Gets the title of the y axis.</summary>
    public required string YTitle { get; init; }

    /// <summary>Gets how x is laid out. Default logarithmic.</summary>
    public XScale Scale { get; init; } = XScale.Logarithmic;

    /// <summary>
    /// Gets a value indicating whether points are joined; else each series' name stands at its points, and a range holds for all x.
    /// </summary>
    public bool Joined { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ChartKey> Keys => Joined
        ? base.Keys
        : Range is null ? [] : [.. base.Keys.Where((key, k) => k >= Lines.Count || PointsDrawing.IsLevel(Lines[k]))];

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        foreach (var layout in ChartLayout.Both(320, 260))
            new PointsDrawing(this, frame, layout).Write(output);
    }

    /// <inheritdoc/>
    internal override string XHead => XTitle;

    /// <inheritdoc/>
    internal override string XText(double x) => Display.Machine(x);
}

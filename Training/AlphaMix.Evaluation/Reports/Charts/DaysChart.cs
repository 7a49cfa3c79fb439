namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Values over days, a point a day whose x is the day's index; a value that is not defined leaves a gap.</summary>
internal sealed record DaysChart : SeriesChart
{
    /// <summary>Gets the days.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>Gets a value indicating whether values are percent, else plain numbers. Default true.</summary>
    public bool IsPercent { get; init; } = true;

    /// <summary>Gets a value indicating whether lines begin at 0 before the first day. Default true.</summary>
    public bool FromZero { get; init; } = true;

    /// <inheritdoc/>
    public override void Draw(ChartFrame frame, TextWriter output)
    {
        var drawing = new DaysDrawing(this, frame);
        foreach (var layout in IsPercent ? ChartLayout.Both(340, 260) : ChartLayout.Both(260, 220))
            drawing.Write(output, layout);
    }

    /// <inheritdoc/>
    internal override string XHead => "day";

    /// <inheritdoc/>
    internal override string XText(double x) => Display.Day(Days[(int)x]);
}

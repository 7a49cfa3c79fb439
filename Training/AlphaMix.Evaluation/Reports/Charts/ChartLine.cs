namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>One series of a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Style">Its colour: s0 to s5, ew for 1/N, median, or paper.</param>
/// <param name="Points">Its points, x ascending.</param>
internal sealed record ChartLine(string Name, string Style, IReadOnlyList<ChartPoint> Points);

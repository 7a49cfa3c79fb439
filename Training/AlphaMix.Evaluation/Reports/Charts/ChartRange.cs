namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>A shaded range of a chart.</summary>
/// <param name="Name">What lies in it.</param>
/// <param name="Points">x and both edges.</param>
internal sealed record ChartRange(string Name, IReadOnlyList<(double X, double Low, double High)> Points);

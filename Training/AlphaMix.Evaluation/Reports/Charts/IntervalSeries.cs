namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>Values with intervals of one name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Style">Its CSS class, which gives the colour.</param>
/// <param name="Points">Its points.</param>
internal sealed record IntervalSeries(string Name, string Style, IReadOnlyList<IntervalPoint> Points);

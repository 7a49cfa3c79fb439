namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>An entry of a chart's legend.</summary>
/// <param name="Name">What it stands for; not escaped.</param>
/// <param name="Style">CSS classes of its mark, which give the colour.</param>
/// <param name="Mark">The shape of its mark.</param>
internal sealed record ChartKey(string Name, string Style, ChartMark Mark);

namespace AlphaMix.Evaluation.Reports;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="Style">Its CSS class, which gives colour and dashes.</param>
/// <param name="Values">One value a day, in percent; the line starts one day earlier at 0.</param>
internal sealed record ChartSeries(string Name, string Style, double[] Values);

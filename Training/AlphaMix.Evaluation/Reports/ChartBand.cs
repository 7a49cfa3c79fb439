namespace AlphaMix.Evaluation.Reports;

/// <summary>A shaded range of a chart.</summary>
/// <param name="Low">Its lower edge, one value a day, in percent; it starts one day earlier at 0.</param>
/// <param name="High">Its upper edge.</param>
internal sealed record ChartBand(double[] Low, double[] High);

namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>A point of a chart.</summary>
/// <param name="X">Where: a number, or the index of a day or category; NaN for a value that holds everywhere.</param>
/// <param name="Y">The value.</param>
/// <param name="Deviation">Its standard deviation over seeds; NaN for none.</param>
internal readonly record struct ChartPoint(double X, double Y, double Deviation = double.NaN);

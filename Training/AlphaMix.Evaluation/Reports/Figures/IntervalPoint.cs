namespace AlphaMix.Evaluation.Reports.Figures;

/// <summary>A value with its interval.</summary>
/// <param name="X">Where: the index of a category, or a number.</param>
/// <param name="Value">The value; NaN draws nothing.</param>
/// <param name="Low">Lower end; NaN draws none.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct IntervalPoint(double X, double Value, double Low, double High);

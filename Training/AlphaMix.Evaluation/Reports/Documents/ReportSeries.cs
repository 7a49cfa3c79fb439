namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>One series of a chart: a line, bars of one colour, or points.</summary>
/// <param name="Name">Its name, unique in the chart.</param>
/// <param name="Values">Its values, one for each day, category or x of the chart; NaN draws nothing.</param>
/// <param name="IsReference">Whether it is drawn quietly, as 1/N is.</param>
public sealed record ReportSeries(string Name, IReadOnlyList<double> Values, bool IsReference = false);

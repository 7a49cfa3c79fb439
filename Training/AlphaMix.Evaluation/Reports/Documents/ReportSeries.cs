namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>One series of a chart: a line, bars of one colour, or points.</summary>
/// <param name="Name">Its name, plain text, unique in the chart: in the legend and in CSV.</param>
/// <param name="Values">
/// Its values, one for each day, category or x of the chart, finite or NaN; NaN leaves a gap, and is empty in CSV.
/// </param>
/// <param name="IsReference">Whether it is drawn in the colour of 1/N, as a reference for the other series. Default false.</param>
public sealed record ReportSeries(string Name, IReadOnlyList<double> Values, bool IsReference = false);

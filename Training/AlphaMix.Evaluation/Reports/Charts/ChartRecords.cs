namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>The numbers behind a chart: a table for machines.</summary>
/// <param name="Heads">The heads of its columns.</param>
/// <param name="Rows">Its rows, a cell a column; numbers unrounded, with a decimal point; empty where not defined.</param>
internal sealed record ChartRecords(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

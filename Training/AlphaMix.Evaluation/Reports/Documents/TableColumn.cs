namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head, unique in the table: also the head in CSV and the key in JSON.</param>
/// <param name="Explanation">What is in it, with its unit, one sentence of plain text; the page shows it on hover.</param>
/// <param name="Format">
/// .NET format of the numbers that have no words of their own, in the invariant culture. Default N2: two decimals, thousands separated.
/// </param>
public sealed record TableColumn(string Head, string Explanation, string Format = "N2");

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Explanation">What is in it, one sentence.</param>
/// <param name="Format">How a number is printed: a standard format such as N2.</param>
public sealed record TableColumn(string Head, string Explanation, string Format = "N2");

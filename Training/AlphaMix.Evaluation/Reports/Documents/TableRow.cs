namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A row of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="IsReference">Whether it is printed quietly: the paper's figures, 1/N, random portfolios.</param>
public sealed record TableRow(string Name, IReadOnlyList<Cell> Cells, bool IsReference = false);

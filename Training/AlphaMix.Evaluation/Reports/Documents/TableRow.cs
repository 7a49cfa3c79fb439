namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A row of a table.</summary>
/// <param name="Name">Its name, plain text; the first cell.</param>
/// <param name="Cells">Its other cells, one per column of the table.</param>
/// <param name="IsReference">
/// Whether the page greys it as a reference for the other rows: the paper's figures, 1/N, random portfolios. Default false.
/// </param>
public sealed record TableRow(string Name, IReadOnlyList<Cell> Cells, bool IsReference = false);

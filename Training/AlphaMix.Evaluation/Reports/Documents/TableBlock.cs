namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A table whose first column names the rows.</summary>
/// <param name="Id">Its anchor and the name of its CSV file: lower case, no spaces, unique in the report.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="FirstHead">Head of the first column.</param>
/// <param name="Columns">The other columns.</param>
/// <param name="Rows">The rows, each with as many cells.</param>
public sealed record TableBlock(
    string Id, string Caption, string FirstHead, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : ReportBlock;

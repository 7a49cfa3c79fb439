namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A table whose first column names the rows.</summary>
/// <param name="Id">
/// Its anchor, key in JSON and the name of its CSV file without ending: lower case, no spaces, unique in the report; not checked.
/// </param>
/// <param name="Caption">What it shows, plain text.</param>
/// <param name="FirstHead">Head of the first column: what the rows are.</param>
/// <param name="Columns">The other columns; heads must differ from each other and from the first for JSON.</param>
/// <param name="Rows">The rows, each with one cell per column of <paramref name="Columns"/>; not checked here.</param>
public sealed record TableBlock(
    string Id, string Caption, string FirstHead, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : ReportBlock;

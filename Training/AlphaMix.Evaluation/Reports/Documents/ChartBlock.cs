using AlphaMix.Evaluation.Reports.Charts;

namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>A chart: drawn on the page, its numbers in a CSV file.</summary>
/// <param name="Id">Its anchor and the name of its CSV file: lower case, no spaces, unique in the report.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Caption">How to read it.</param>
/// <param name="Chart">The data and their drawing.</param>
internal sealed record ChartBlock(string Id, string Title, string Caption, Chart Chart) : ReportBlock;

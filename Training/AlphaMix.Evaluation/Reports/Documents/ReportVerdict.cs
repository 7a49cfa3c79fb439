namespace AlphaMix.Evaluation.Reports.Documents;

/// <summary>The verdict on one model.</summary>
/// <param name="Name">The model.</param>
/// <param name="HasEdge">Whether it shows an edge.</param>
/// <param name="Reason">Why, in a sentence or two.</param>
internal sealed record ReportVerdict(string Name, bool HasEdge, string Reason);

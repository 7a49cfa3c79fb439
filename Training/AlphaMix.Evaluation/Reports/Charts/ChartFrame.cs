namespace AlphaMix.Evaluation.Reports.Charts;

/// <summary>What stands around a drawing.</summary>
/// <param name="Id">Its anchor, unique in the page; ids inside the drawing begin with it.</param>
/// <param name="Title">What it shows, in a few words; not escaped.</param>
/// <param name="Caption">How to read it; not escaped.</param>
internal sealed record ChartFrame(string Id, string Title, string Caption);

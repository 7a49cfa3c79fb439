namespace AlphaMix.Training.Data.Lean;

/// <summary>One row of a LEAN map file: the ticker an instrument traded under up to and including a day.</summary>
/// <param name="Date">Last day of the ticker; in the first row the listing date; 2050-12-31 while it trades.</param>
/// <param name="Ticker">The ticker in upper case.</param>
/// <param name="Exchange">LEAN's exchange letter, such as <c>Q</c> (Nasdaq) or <c>N</c> (NYSE); empty when unknown.</param>
internal readonly record struct MapRow(DateOnly Date, string Ticker, string Exchange = "");

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>An entry of a journal that was not judged.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Day">Its day.</param>
/// <param name="WrittenUtc">When it was written, in UTC.</param>
/// <param name="Reason">Why it was left out.</param>
internal sealed record JournalOmission(int Line, DateOnly Day, DateTime WrittenUtc, string Reason);

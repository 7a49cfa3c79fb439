using AlphaMix.Training.Journals;

namespace AlphaMix.Cli.Sessions;

/// <summary>Which entries of a journal are judged.</summary>
/// <param name="Path">The journal.</param>
/// <param name="Hours">When sessions open and close.</param>
/// <param name="IncludeBacktest">Whether entries of backtests are taken too.</param>
internal sealed record JournalRequest(string Path, SessionHours Hours, bool IncludeBacktest);

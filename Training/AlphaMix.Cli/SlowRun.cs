using AlphaMix.Evaluation;
using AlphaMix.Evaluation.Slow;

namespace AlphaMix.Cli;

/// <summary>An evaluation of a slow portfolio with what a report of it needs.</summary>
/// <param name="Outcome">The numbers and the daily paths.</param>
/// <param name="Setting">The rules.</param>
/// <param name="Grid">The prices.</param>
internal sealed record SlowRun(SlowOutcome Outcome, SlowSetting Setting, MarketGrid Grid);

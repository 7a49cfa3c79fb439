namespace AlphaMix.Evaluation.Slow;

/// <summary>The outcome of <see cref="SlowEvaluator"/>: the numbers, and the paths they were taken from.</summary>
/// <param name="Result">The numbers.</param>
/// <param name="Curves">The daily paths, for a report.</param>
public sealed record SlowOutcome(SlowEvaluation Result, SlowCurves Curves);

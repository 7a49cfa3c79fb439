namespace AlphaMix.Evaluation;

/// <summary>The outcome of <see cref="Evaluator"/>: the numbers, and the paths they were taken from.</summary>
/// <param name="Result">The numbers, for <see cref="Reports.EvaluationJson"/>.</param>
/// <param name="Curves">The daily paths, for <see cref="Reports.EvaluationReport"/>.</param>
public sealed record EvaluationOutcome(EvaluationResult Result, EvaluationCurves Curves);

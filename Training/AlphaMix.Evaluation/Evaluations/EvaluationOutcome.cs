using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The outcome of <see cref="Evaluator"/>: the numbers, and the paths they were taken from.</summary>
/// <param name="Result">The numbers.</param>
/// <param name="Curves">The daily paths.</param>
/// <param name="Simulator">Market, span and fill they were simulated on.</param>
public sealed record EvaluationOutcome(EvaluationResult Result, EvaluationCurves Curves, Simulator Simulator);

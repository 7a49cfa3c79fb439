using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// An evaluation: its figures, and the daily paths from which they were computed. Report sections find it in their context by this type.
/// </summary>
/// <param name="Result">The figures.</param>
/// <param name="Curves">The daily paths, before and after costs.</param>
/// <param name="Simulator">The prices, decision days and fill of all paths; it can trade further portfolios on them.</param>
public sealed record EvaluationOutcome(EvaluationResult Result, EvaluationCurves Curves, Simulator Simulator);

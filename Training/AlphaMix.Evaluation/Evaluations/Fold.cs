namespace AlphaMix.Evaluation.Evaluations;

/// <summary>A dated pool behind an evaluation: it trades from its first day until the next one's.</summary>
/// <param name="From">First decision day that it trades.</param>
/// <param name="FittedThrough">
/// Last day whose prices entered training, selection or calibration; before <paramref name="From"/>, or days up to it are in-sample.
/// </param>
/// <param name="ExpectedTurnover">
/// Mean share of the portfolio that its rank-buffer rule replaced a day over its validation span, a fraction in [0, 1]; 0 where that was
/// not measured, and for every other rule.
/// </param>
public sealed record Fold(DateOnly From, DateOnly FittedThrough, double ExpectedTurnover);

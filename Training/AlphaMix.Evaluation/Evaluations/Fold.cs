namespace AlphaMix.Evaluation.Evaluations;

/// <summary>A dated pool behind an evaluation: it trades from its first day until the next one's.</summary>
/// <param name="From">First day it is in force.</param>
/// <param name="FittedThrough">Last day whose prices entered its fit; before <paramref name="From"/>.</param>
/// <param name="ExpectedTurnover">Mean share of the portfolio that its rule replaced a day over its validation span; 0 where that was not
/// measured.</param>
public sealed record Fold(DateOnly From, DateOnly FittedThrough, double ExpectedTurnover);

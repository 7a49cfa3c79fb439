namespace AlphaMix.Evaluation.Slow;

/// <summary>A dated pool: it trades from its first day until the next one's.</summary>
/// <param name="From">First day it is in force.</param>
/// <param name="FittedThrough">Last day whose prices entered its fit; before <paramref name="From"/>.</param>
/// <param name="ExpectedTurnover">Share of the portfolio that its rule replaced a day over its validation span.</param>
public sealed record SlowFold(DateOnly From, DateOnly FittedThrough, double ExpectedTurnover);

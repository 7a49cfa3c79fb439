namespace AlphaMix.Evaluation.Slow;

/// <summary>One forecast traded by the slow rule. A value that is not defined is NaN.</summary>
/// <param name="Name">Its name, such as <c>score</c>, <c>pool</c>, <c>prior</c> or <c>ridge</c>.</param>
/// <param name="Ic">Mean daily correlation of the day's score, not averaged, with the return from the next open to the one after.</param>
/// <param name="IcT">The t of that mean (Newey and West).</param>
/// <param name="RankIc">The same with ranks of returns.</param>
/// <param name="Turnover">Mean share of the portfolio replaced a day, without the first purchase.</param>
/// <param name="BreakEvenBps">The cost a side at which the mean net return falls to that of 1/N.</param>
/// <param name="AtCosts">Excess over 1/N at each cost.</param>
/// <param name="PercentileAmongRelabelled">Share of portfolios with this one's scores under other instruments' names that have a lower information ratio before costs.</param>
public sealed record SlowContender(
    string Name, double Ic, double IcT, double RankIc, double Turnover, double BreakEvenBps, IReadOnlyList<SlowAtCost> AtCosts, double PercentileAmongRelabelled);

using QuantConnect;

namespace AlphaMix.Lean;

/// <summary>A pool's scores of one security on one day, from bars up to that day's close.</summary>
/// <param name="Symbol">The security.</param>
/// <param name="ProbabilityUp">P(up), or a forecaster's score, of the day alone, in [0, 1].</param>
/// <param name="ExpertsAsked">Number of experts evaluated; 0 for a forecaster.</param>
public sealed record SymbolScore(Symbol Symbol, double ProbabilityUp, int ExpertsAsked)
{
    /// <summary>
    /// Gets the score that ranks, in [0, 1]: the day's score averaged over <see cref="AlphaMix.Core.Portfolios.IPortfolioRule.ScoreDays"/>.
    /// P(up) itself where the rule averages nothing and the pool mixes no prior in.
    /// </summary>
    public double Score { get; init; } = ProbabilityUp;

    /// <summary>Gets the score of the day alone, in [0, 1]: P(up), or its mixture with the pool's prior.</summary>
    public double DayScore { get; init; } = ProbabilityUp;
}

using QuantConnect;

namespace AlphaMix.Lean;

/// <summary>A pool's scores of one security on one day, from bars up to that day's close.</summary>
/// <param name="Symbol">The security.</param>
/// <param name="ProbabilityUp">P(up) of the day alone, in [0, 1].</param>
/// <param name="ExpertsAsked">Number of experts that were evaluated, at least 1.</param>
public sealed record SymbolScore(Symbol Symbol, double ProbabilityUp, int ExpertsAsked)
{
    /// <summary>
    /// Gets what the ranking goes by, in [0, 1]: the day's score averaged over the days of the pool's portfolio rule. P(up) itself where
    /// the rule averages nothing and the pool mixes no prior in.
    /// </summary>
    public double Score { get; init; } = ProbabilityUp;
}

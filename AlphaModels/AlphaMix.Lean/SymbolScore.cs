using QuantConnect;

namespace AlphaMix.Lean;

/// <summary>What the pool says of one security on one day.</summary>
/// <param name="Symbol">The security.</param>
/// <param name="ProbabilityUp">P(up), in [0, 1].</param>
/// <param name="ExpertsAsked">How many experts were evaluated.</param>
public sealed record SymbolScore(Symbol Symbol, double ProbabilityUp, int ExpertsAsked)
{
    /// <summary>Gets what the ranking goes by: the averaged score where the pool has a trading rule, else P(up). In [0, 1].</summary>
    public double Score { get; init; } = ProbabilityUp;
}

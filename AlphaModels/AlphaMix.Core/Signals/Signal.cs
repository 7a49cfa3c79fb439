namespace AlphaMix.Core.Signals;

/// <summary>What a pool says of one instrument on one day.</summary>
/// <param name="Window">The instrument.</param>
/// <param name="ProbabilityUp">P(up), in [0, 1].</param>
/// <param name="ExpertsAsked">How many experts were evaluated.</param>
public readonly record struct Signal(InstrumentWindow Window, float ProbabilityUp, int ExpertsAsked)
{
    /// <summary>Gets what the ranking goes by: the mixture of ranks where the pool mixes a prior in, else P(up). In [0, 1].</summary>
    public double Score { get; init; } = ProbabilityUp;
}

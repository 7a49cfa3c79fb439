namespace AlphaMix.Core.Signals;

/// <summary>A pool's score of one instrument on one day, from bars up to that day's close.</summary>
/// <param name="Window">The instrument.</param>
/// <param name="ProbabilityUp">P(up), or a forecaster's score, in [0, 1].</param>
/// <param name="ExpertsAsked">Number of experts evaluated; 0 for a forecaster.</param>
public readonly record struct Signal(InstrumentWindow Window, float ProbabilityUp, int ExpertsAsked)
{
    /// <summary>Gets the day's score, in [0, 1]: the mixture of ranks where the pool mixes a prior in, else P(up).</summary>
    public double Score { get; init; } = ProbabilityUp;
}

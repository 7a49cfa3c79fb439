using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>What scores know of the return over so many bars.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Ic">Mean daily IC.</param>
/// <param name="RankIc">Mean daily RankIC.</param>
internal sealed record IcAtHorizon(int Horizon, MeanEstimate Ic, MeanEstimate RankIc);

using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>The instruments whose score lies in one fraction of the day's ranking.</summary>
/// <param name="Samples">Instrument-days in it.</param>
/// <param name="MeanScore">Mean P(up).</param>
/// <param name="Return">Mean daily return of the bucket's instruments in equal weights, as a fraction.</param>
/// <param name="Excess">The same less the mean of all scored instruments of the day.</param>
internal sealed record ScoreBucket(int Samples, double MeanScore, MeanEstimate Return, MeanEstimate Excess);

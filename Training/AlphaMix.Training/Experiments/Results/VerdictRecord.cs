namespace AlphaMix.Training.Experiments.Results;

/// <summary>The verdict of an evaluation on one router of one seed, after costs.</summary>
/// <param name="HasEdge">Whether all its tests are passed.</param>
/// <param name="Difference">Net Sharpe ratio less that of 1/N.</param>
/// <param name="Lower">Lower end of its two-sided 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="P">p-value of "not above 1/N", allowing for the number of routers.</param>
internal sealed record VerdictRecord(bool HasEdge, double Difference, double Lower, double Upper, double P);

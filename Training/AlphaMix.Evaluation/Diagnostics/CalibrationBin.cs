using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>Forecasts of about the same P(up), and how often the price rose.</summary>
/// <param name="Count">Instrument-days.</param>
/// <param name="MeanForecast">Mean P(up).</param>
/// <param name="Observed">Share that rose, with its two-sided 95 % binomial interval.</param>
internal sealed record CalibrationBin(int Count, double MeanForecast, ConfidenceInterval Observed);

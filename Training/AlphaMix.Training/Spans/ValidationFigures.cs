namespace AlphaMix.Training.Spans;

/// <summary>How good predictions are on the validation span.</summary>
/// <param name="Loss">Mean cross-entropy, nats.</param>
/// <param name="Accuracy">Share of samples classified rightly.</param>
/// <param name="Profit">Pro: total return of the daily top-k strategy, as a fraction, no costs (paper, section 4.2).</param>
internal readonly record struct ValidationFigures(double Loss, double Accuracy, double Profit);

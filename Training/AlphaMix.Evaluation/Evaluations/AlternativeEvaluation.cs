using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>A portfolio that anyone can buy.</summary>
/// <param name="Key">Its key in JSON.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Definition">What is held.</param>
/// <param name="Net">Its metrics after the highest costs.</param>
/// <param name="Turnover">Its mean turnover a day, a fraction, without the first purchase.</param>
internal sealed record AlternativeEvaluation(string Key, string Name, string Definition, ReturnMetrics Net, double Turnover);

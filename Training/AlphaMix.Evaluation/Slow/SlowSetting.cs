using AlphaMix.Core.Pools;

namespace AlphaMix.Evaluation.Slow;

/// <summary>By which rules a slow portfolio was traded and evaluated, and which pool stood behind it when.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fill">When orders filled.</param>
/// <param name="Options">Costs and resampling.</param>
/// <param name="Folds">The dated pools, at least one, by their first days.</param>
public sealed record SlowSetting(TradingRule Rule, FillRule Fill, SlowEvaluatorOptions Options, IReadOnlyList<SlowFold> Folds);

using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Whether picking the best group of a pool by its profit carries over: combinatorially symmetric cross-validation over the groups' daily
/// returns before costs, each group traded alone by the rule of the evaluation.
/// </summary>
/// <remarks>
/// The choice that routers make (R's order, W, S) fell on the validation span, so its overfitting is measured there. What the pool keeps
/// was itself chosen on that span (the top K of the search), and the losers are not in the artifact: the groups look more alike than the
/// search was, so this does not cover the search. The evaluated span saw no choice; there the same figure says whether the groups differ in
/// lasting skill at all.
/// </remarks>
/// <param name="Validation">
/// On the validation span, where the choice was made, from no price after those that entered the fit; null when the data does not have it,
/// it has fewer than 8 decision days, or the pool has one group.
/// </param>
/// <param name="Evaluated">On the span of the evaluation; null when it has fewer than 8 decision days or the pool has one group.</param>
/// <param name="Groups">Number of groups compared, positive.</param>
public sealed record PoolOverfitting(BacktestOverfitting? Validation, BacktestOverfitting? Evaluated, int Groups);

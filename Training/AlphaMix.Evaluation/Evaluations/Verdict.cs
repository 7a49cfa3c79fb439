namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// Whether a strategy showed an edge at the highest costs: better than 1/N by more than chance gives the best of so many strategies, better
/// than nearly all of its permuted portfolios, with a return that portfolios anyone can buy do not explain, all at one level, and traded
/// by its own rule on at least half of the days.
/// </summary>
/// <param name="BeatsEqualWeight">Its net Sharpe ratio is above 1/N's, whether that is rebalanced or not.</param>
/// <param name="BeyondChance">
/// The one-sided lower bounds of both differences are above 0, corrected for the number of strategies:
/// <see cref="StrategyStatistics.DifferenceP"/> and <see cref="FactorAttribution.OverDriftingP"/> are at most the level.
/// </param>
/// <param name="BeatsPermuted">Its net Sharpe ratio is at or above the (1 - level) percentile of its permuted portfolios after
/// costs.</param>
/// <param name="TradesItsRule">
/// Its rule fell back to 1/N on at most half of the days. 1/N that is not rebalanced is ahead of 1/N by the costs it saves, and knows
/// nothing.
/// </param>
/// <param name="AlphaHolds">
/// The one-sided lower bound of its alpha over 1/N and the factors is above 0, corrected alike: <see cref="FactorAttribution.AlphaP"/> is
/// at most the level.
/// </param>
/// <param name="SurvivesTrials">
/// <see cref="FactorAttribution.TrialsP"/> is at most the level; true where the number of trials was not given.
/// </param>
internal sealed record Verdict(
    bool BeatsEqualWeight,
    bool BeyondChance,
    bool BeatsPermuted,
    bool TradesItsRule = true,
    bool AlphaHolds = true,
    bool SurvivesTrials = true)
{
    /// <summary>
    /// The level unless another is asked for: of evaluations in which no strategy is better than 1/N, at most one in a hundred may find an
    /// edge. Users try many configurations, and each is another draw.
    /// </summary>
    public const double DefaultLevel = 0.01;

    /// <summary>Gets a value indicating whether all hold.</summary>
    public bool HasEdge => BeatsEqualWeight && BeyondChance && BeatsPermuted && TradesItsRule && AlphaHolds && SurvivesTrials;

    /// <summary>Judges a strategy of an evaluation at its level; what is not defined (NaN) beats nothing.</summary>
    /// <param name="strategy">One of the evaluation's strategies.</param>
    /// <param name="result">The evaluation.</param>
    public static Verdict From(StrategyEvaluation strategy, EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(result);
        return new Verdict(
            strategy.Net.Paper.SharpeRatio > result.EqualWeight.Net.Paper.SharpeRatio
                && strategy.Net.Paper.SharpeRatio > result.Factors?.Drifting.Net.Paper.SharpeRatio,
            strategy.Statistics.DifferenceP <= result.Level && strategy.Factors?.OverDriftingP <= result.Level,
            strategy.PercentileAmongPermutedNet >= 1 - result.Level,
            2 * strategy.Costs[^1].FallbackDays <= result.Days,
            strategy.Factors?.AlphaP <= result.Level,
            result.TrialsGiven is not { } trials || strategy.Factors?.TrialsP(trials) <= result.Level);
    }
}

using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// A named daily score with the portfolio rule that trades it: a router of a pool, the reversal prior, a ridge regression.
/// </summary>
/// <param name="Name">Its name, unique in an evaluation, such as <c>V</c> or <c>ridge</c>.</param>
/// <param name="Scores">Its daily scores, not averaged; NaN where it has none.</param>
/// <param name="Rule">The rule that trades them.</param>
internal sealed record Strategy(string Name, ScoreSheet Scores, IPortfolioRule Rule)
{
    /// <summary>
    /// Gets a value indicating whether the strategy only stands beside the others for comparison. Comparators get no verdict and do not
    /// count among the strategies that tests are corrected for. Default false.
    /// </summary>
    public bool IsComparator { get; init; }

    /// <summary>Gets how often the strategy's experts or groups decide differently; null when it was not counted.</summary>
    public Disagreement? Disagreement { get; init; }
}

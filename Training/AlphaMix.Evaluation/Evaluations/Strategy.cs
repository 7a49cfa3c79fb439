using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// A named daily score with the portfolio rule that trades it: a router of a pool, the reversal prior, a ridge regression.
/// </summary>
/// <param name="Name">Its name, unique in an evaluation, such as <c>V</c> or <c>ridge</c>.</param>
/// <param name="Scores">Its daily scores, not averaged; NaN where it has none.</param>
/// <param name="Rules">The rules that trade them, one for each dated pool.</param>
internal sealed record Strategy(string Name, ScoreSheet Scores, RuleTimeline Rules)
{
    /// <summary>Initializes a new instance of the <see cref="Strategy"/> class that one rule trades on all days.</summary>
    public Strategy(string name, ScoreSheet scores, IPortfolioRule rule)
        : this(name, scores, new RuleTimeline(rule))
    {
    }

    /// <summary>
    /// Gets a value indicating whether the strategy only stands beside the others for comparison. Comparators get no verdict and do not
    /// count among the strategies that tests are corrected for. Default false.
    /// </summary>
    public bool IsComparator { get; init; }

    /// <summary>Gets how often the strategy's experts or groups decide differently; null when it was not counted.</summary>
    public Disagreement? Disagreement { get; init; }
}

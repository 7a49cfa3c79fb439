using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>
/// A named daily score with the portfolio rule that trades it: a router of a pool, the reversal prior, a ridge regression. Or several of
/// them, among which a mixture divides one portfolio.
/// </summary>
/// <param name="Name">Its name, unique in an evaluation, such as <c>V</c> or <c>ridge</c>.</param>
/// <param name="Scores">Its daily scores, not averaged; NaN where it has none. A mixture has none of its own.</param>
/// <param name="Rules">The rules that trade them, one for each dated pool; of a mixture, those of its first strategy.</param>
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

    /// <summary>Gets the mixture that divides the portfolio among <see cref="Parts"/>; null for a strategy with its own
    /// scores.</summary>
    public IStrategyMixture? Mixture { get; private init; }

    /// <summary>Gets the strategies in a mixture, in ordinal order of their names as the plugin has them; empty without one.</summary>
    public IReadOnlyList<Strategy> Parts { get; private init; } = [];

    /// <summary>Returns the strategy that divides one portfolio among others.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mixture">The mixture.</param>
    /// <param name="parts">The strategies, at least two, with scores of their own.</param>
    /// <param name="grid">Prices.</param>
    /// <exception cref="ArgumentException">There are fewer than two strategies.</exception>
    public static Strategy Mix(string name, IStrategyMixture mixture, IReadOnlyList<Strategy> parts, MarketGrid grid)
    {
        if (parts.Count < 2)
            throw new ArgumentException($"Expected at least two strategies to mix, found {parts.Count}.", nameof(parts));
        return new Strategy(name, new ScoreSheet(grid), parts[0].Rules)
        {
            Mixture = mixture,
            Parts = [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal)]
        };
    }
}

using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation;

/// <summary>All numbers of one evaluation.</summary>
public sealed record EvaluationResult
{
    /// <summary>Gets the first decision day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last decision day; its return was earned after it.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gets the number of decision days.</summary>
    public required int Days { get; init; }

    /// <summary>Gets the number of instruments with a bar on at least one decision day.</summary>
    public required int Instruments { get; init; }

    /// <summary>Gets the portfolio's options.</summary>
    public required PortfolioOptions Options { get; init; }

    /// <summary>Gets the seed of the random and relabelled portfolios.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the number of random portfolios, and of relabelled ones for each router.</summary>
    public required int Portfolios { get; init; }

    /// <summary>Gets the routers: V, R, W, S first, then others by name.</summary>
    public required IReadOnlyList<RouterEvaluation> Routers { get; init; }

    /// <summary>Gets 1/N on the same days.</summary>
    public required EqualWeightEvaluation EqualWeight { get; init; }

    /// <summary>Gets the random portfolios on the same days.</summary>
    public required RandomEvaluation Random { get; init; }

    /// <summary>Gets whether the best router's net mean return is above 1/N's, allowing for their number.</summary>
    public required SuperiorAbility SuperiorAbility { get; init; }

    /// <summary>Gets the level of the verdict, in (0, 1).</summary>
    public double Level { get; init; } = Verdict.DefaultLevel;

    /// <summary>Gets the overfitting of the choice among the pool's groups; null when nobody measured it.</summary>
    public PoolOverfitting? Overfitting { get; init; }

    /// <summary>Gets the number of trials behind the deflated Sharpe ratios; null when unknown.</summary>
    public int? Trials { get; init; }

    /// <summary>Gets how often the validation span was used before this evaluation; null when unknown.</summary>
    public ValidationUses? ValidationUses { get; init; }
}

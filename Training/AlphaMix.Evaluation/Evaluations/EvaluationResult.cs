using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>All numbers of one evaluation: strategies, 1/N, random and permuted portfolios on the same days, at the same costs.</summary>
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

    /// <summary>Gets when orders filled.</summary>
    public required FillRule Fill { get; init; }

    /// <summary>Gets the costs, the lowest first; the verdict is about the last.</summary>
    public required IReadOnlyList<ICostModel> Costs { get; init; }

    /// <summary>Gets the seed of the random and permuted portfolios and of the bootstrap.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the number of random portfolios, and of permuted ones for each strategy; 0 when there are none.</summary>
    public required int Portfolios { get; init; }

    /// <summary>Gets the strategies in the order given: those judged, then comparators.</summary>
    public required IReadOnlyList<StrategyEvaluation> Strategies { get; init; }

    /// <summary>Gets 1/N on the same days.</summary>
    public required EqualWeightEvaluation EqualWeight { get; init; }

    /// <summary>Gets the random top-k portfolios on the same days; null where no strategy trades the daily top k.</summary>
    public RandomEvaluation? Random { get; init; }

    /// <summary>Gets whether the best judged strategy's net mean return is above 1/N's, allowing for their number.</summary>
    public required SuperiorAbility SuperiorAbility { get; init; }

    /// <summary>Gets what the first strategy earned over each comparator at each cost, comparator by comparator.</summary>
    public IReadOnlyList<ActiveReturn> OverComparators { get; init; } = [];

    /// <summary>Gets the level of the verdict, in (0, 1).</summary>
    public double Level { get; init; } = Verdict.DefaultLevel;

    /// <summary>Gets the dated pools behind the strategies, by their first days; empty when they are not known.</summary>
    public IReadOnlyList<Fold> Folds { get; init; } = [];

    /// <summary>Gets the overfitting of the choice among the pool's groups; null when it was not measured.</summary>
    public PoolOverfitting? Overfitting { get; init; }

    /// <summary>Gets the number of trials behind the deflated Sharpe ratios; null when unknown.</summary>
    public int? Trials { get; init; }

    /// <summary>Gets how often the validation span was used before this evaluation; null when unknown.</summary>
    public ValidationUses? ValidationUses { get; init; }

    /// <summary>Gets what of a journal was judged; null where scores are not a journal's.</summary>
    internal JournalAudit? Journal { get; init; }

    /// <summary>Gets the strategies that get a verdict.</summary>
    public IEnumerable<StrategyEvaluation> Judged => Strategies.Where(strategy => !strategy.IsComparator);

    /// <summary>Gets the highest costs: those of the verdict.</summary>
    public ICostModel HighestCosts => Costs[^1];
}

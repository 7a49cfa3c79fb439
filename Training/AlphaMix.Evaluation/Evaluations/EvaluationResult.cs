using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>All numbers of one evaluation: strategies, 1/N, random and permuted portfolios on the same days, at the same costs.</summary>
public sealed record EvaluationResult
{
    /// <summary>Gets the first decision day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Gets the last decision day; its return is earned after it, so prices of later days enter.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Gets the number of decision days.</summary>
    public required int Days { get; init; }

    /// <summary>Gets the number of instruments with a bar on at least one decision day.</summary>
    public required int Instruments { get; init; }

    /// <summary>Gets the price at which orders filled.</summary>
    public required FillRule Fill { get; init; }

    /// <summary>Gets the cost models, at least one, the lowest first; the verdict is about the last.</summary>
    public required IReadOnlyList<ICostModel> Costs { get; init; }

    /// <summary>Gets the seed of the random and permuted portfolios and of the bootstrap.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets the number of random portfolios, and of permuted ones for each strategy; 0 when there are none.</summary>
    public required int Portfolios { get; init; }

    /// <summary>Gets the strategies in the order given: those judged, then comparators.</summary>
    public required IReadOnlyList<StrategyEvaluation> Strategies { get; init; }

    /// <summary>Gets 1/N on the same days.</summary>
    public required EqualWeightEvaluation EqualWeight { get; init; }

    /// <summary>Gets the portfolios that anyone can buy, on the same days; null when none were traded.</summary>
    internal FactorEvaluation? Factors { get; init; }

    /// <summary>
    /// Gets the random top-k portfolios on the same days; null where no strategy trades the daily top k, or <see cref="Portfolios"/> is 0.
    /// </summary>
    public RandomEvaluation? Random { get; init; }

    /// <summary>
    /// Gets the test whether the best judged strategy's mean return is above 1/N's, both after the highest costs, corrected for the number
    /// of judged strategies; NaN when there is none.
    /// </summary>
    public required SuperiorAbility SuperiorAbility { get; init; }

    /// <summary>
    /// Gets the net active return of the first strategy over each comparator, comparator by comparator, and for each at every cost in the
    /// order of <see cref="Costs"/>; empty without comparators.
    /// </summary>
    public IReadOnlyList<ActiveReturn> OverComparators { get; init; } = [];

    /// <summary>Gets the significance level of the verdict, in (0, 1). Default 0.01.</summary>
    public double Level { get; init; } = Verdict.DefaultLevel;

    /// <summary>Gets the dated pools behind the strategies, by their first days; empty when they are not known.</summary>
    public IReadOnlyList<Fold> Folds { get; init; } = [];

    /// <summary>Gets the overfitting of the choice among the pool's groups; null when it was not measured.</summary>
    public PoolOverfitting? Overfitting { get; init; }

    /// <summary>
    /// Gets the number of trials by which Sharpe ratios were deflated, at least 1: those given, else all of <see cref="ValidationUses"/>;
    /// null when neither is known.
    /// </summary>
    public int? Trials { get; init; }

    /// <summary>Gets the number of trials given, those of the verdict; null when none was.</summary>
    internal int? TrialsGiven { get; init; }

    /// <summary>Gets how often the validation span was used before this evaluation; null when unknown.</summary>
    public ValidationUses? ValidationUses { get; init; }

    /// <summary>Gets what of a journal was judged; null where scores are not a journal's.</summary>
    internal JournalAudit? Journal { get; init; }

    /// <summary>Gets the strategies that get a verdict: all but comparators.</summary>
    public IEnumerable<StrategyEvaluation> Judged => Strategies.Where(strategy => !strategy.IsComparator);

    /// <summary>Gets the highest costs, the last of <see cref="Costs"/>: those of the verdict.</summary>
    public ICostModel HighestCosts => Costs[^1];
}

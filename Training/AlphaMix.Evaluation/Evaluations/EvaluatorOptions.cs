using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>Seed, sample sizes and level of an <see cref="Evaluator"/>, and what scores and prices do not tell it.</summary>
internal sealed record EvaluatorOptions
{
    /// <summary>
    /// Gets the seed of the random and permuted portfolios and of the bootstrap; same seed, same numbers to the bit. Default 0.
    /// </summary>
    public long Seed { get; init; }

    /// <summary>Gets the number of random portfolios, and of permuted ones for each strategy; 0 for none. Default 1,000.</summary>
    public int Portfolios { get; init; } = 1000;

    /// <summary>Gets the number of resamples behind intervals and p-values, at least 1. Default 2,000.</summary>
    public int Replications { get; init; } = 2000;

    /// <summary>
    /// Gets the level of the verdict, in (0, 1): the share of false edges to accept. Default <see cref="Verdict.DefaultLevel"/>.
    /// </summary>
    public double Level { get; init; } = Verdict.DefaultLevel;

    /// <summary>Gets the number of threads, at least 1; the result is the same for any. Default: the processors at hand.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets how often the validation span was used; null when unknown.</summary>
    public ValidationUses? ValidationUses { get; init; }

    /// <summary>
    /// Gets the number of strategies tried on these days, those shown included, at least 1: for the verdict, which asks nothing about it
    /// where it is null, and for the deflated Sharpe ratio. That takes all uses of the validation span where it is null, and is NaN when
    /// those are unknown too.
    /// </summary>
    public int? Trials { get; init; }

    /// <summary>
    /// Gets trailing volumes, for capacity; null takes those of the evaluation's own grid, whose first days then have none.
    /// </summary>
    public TrailingVolume? Volumes { get; init; }

    /// <summary>
    /// Gets prices and volumes from before the span on, from which factors are computed; null takes the evaluation's own grid, on whose
    /// first days factors have too few bars. No bar later than a decision is used for it.
    /// </summary>
    public MarketGrid? History { get; init; }

    /// <summary>Gets the dated pools behind the strategies, by their first days.</summary>
    public IReadOnlyList<Fold> Folds { get; init; } = [];

    /// <summary>Gets what of a journal is judged; null where scores are not a journal's.</summary>
    public JournalAudit? Journal { get; init; }

    /// <summary>Gets the overfitting of the choice among the pool's groups; null when it was not measured.</summary>
    public PoolOverfitting? Overfitting { get; init; }

    /// <summary>
    /// Gets the trials to deflate by: those given, or all uses of the validation span, at least 1; null when neither is known.
    /// </summary>
    internal int? TrialsOrUses => Trials ?? (ValidationUses is { } uses ? Math.Max(uses.Total, 1) : null);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names all faults.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Portfolios < 0)
            faults.Add($"{nameof(Portfolios)} must not be negative, found {Portfolios}");
        if (Trials < 1)
            faults.Add($"{nameof(Trials)} must be at least 1, found {Trials}");
        if (Replications < 1)
            faults.Add($"{nameof(Replications)} must be at least 1, found {Replications}");
        if (!(Level > 0 && Level < 1))
            faults.Add($"{nameof(Level)} must lie in (0, 1), found {Level}");
        if (Threads < 1)
            faults.Add($"{nameof(Threads)} must be at least 1, found {Threads}");
        if (faults.Count > 0)
            throw new ArgumentException($"Evaluator options: {string.Join("; ", faults)}.");
    }
}

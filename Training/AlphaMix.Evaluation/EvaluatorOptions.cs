using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation;

/// <summary>What <see cref="Evaluator"/> is told beside scores and prices.</summary>
public sealed record EvaluatorOptions
{
    /// <summary>Gets the number of random portfolios, and of relabelled ones for each router. Default 1,000.</summary>
    public int Portfolios { get; init; } = 1000;

    /// <summary>Gets how often the validation span was used; null when unknown.</summary>
    public ValidationUses? ValidationUses { get; init; }

    /// <summary>Gets the disagreement inside each router by its name; null or missing when nobody counted.</summary>
    public IReadOnlyDictionary<string, Disagreement>? Disagreements { get; init; }

    /// <summary>
    /// Gets the number of strategies tried before the routers were shown, for the deflated Sharpe ratio; null takes all uses of the validation
    /// span, the deflated Sharpe ratio not being defined when those are unknown too.
    /// </summary>
    public int? Trials { get; init; }

    /// <summary>Gets the number of resamples behind intervals and p-values. Default 2,000.</summary>
    public int Replications { get; init; } = 2000;

    /// <summary>Gets trailing volumes, for capacity; null takes those of the evaluation's own grid, whose first days then have none.</summary>
    public TrailingVolume? Volumes { get; init; }

    /// <summary>Gets the level of the verdict, in (0, 1): the share of false edges to accept. Default <see cref="Verdict.DefaultLevel"/>.</summary>
    public double Level { get; init; } = Verdict.DefaultLevel;

    /// <summary>Gets the overfitting of the choice among the pool's groups; null when nobody measured it.</summary>
    public PoolOverfitting? Overfitting { get; init; }

    /// <summary>Gets the trials to deflate by: those given, or all uses of the validation span, at least 1; null when neither is known.</summary>
    internal int? TrialsOrUses => Trials ?? (ValidationUses is { } uses ? Math.Max(uses.Total, 1) : null);

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names all faults.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Portfolios < 1)
            faults.Add($"{nameof(Portfolios)} must be at least 1, found {Portfolios}");
        if (Trials < 1)
            faults.Add($"{nameof(Trials)} must be at least 1, found {Trials}");
        if (Replications < 1)
            faults.Add($"{nameof(Replications)} must be at least 1, found {Replications}");
        if (!(Level > 0 && Level < 1))
            faults.Add($"{nameof(Level)} must lie in (0, 1), found {Level}");
        if (faults.Count > 0)
            throw new ArgumentException($"Evaluator options: {string.Join("; ", faults)}.");
    }
}

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
        if (faults.Count > 0)
            throw new ArgumentException($"Evaluator options: {string.Join("; ", faults)}.");
    }
}

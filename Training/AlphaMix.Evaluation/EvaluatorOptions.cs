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

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names all faults.</exception>
    public void Validate()
    {
        if (Portfolios < 1)
            throw new ArgumentException($"Evaluator options: {nameof(Portfolios)} must be at least 1, found {Portfolios}.");
    }
}

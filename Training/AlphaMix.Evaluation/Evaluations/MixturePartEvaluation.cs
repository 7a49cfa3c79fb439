namespace AlphaMix.Evaluation.Evaluations;

/// <summary>One strategy's shares of a mixture's portfolio over the decision days, as fractions.</summary>
/// <param name="Name">The strategy's name.</param>
/// <param name="Mean">Mean of its daily shares, in [0, 1]; a day on which it asked for no position counts 0.</param>
/// <param name="Lowest">The lowest share.</param>
/// <param name="Highest">The highest share.</param>
/// <param name="Last">The share on the last decision day.</param>
internal sealed record MixturePartEvaluation(string Name, double Mean, double Lowest, double Highest, double Last)
{
    /// <summary>Gets the share on each decision day.</summary>
    public required IReadOnlyList<double> Daily { get; init; }
}

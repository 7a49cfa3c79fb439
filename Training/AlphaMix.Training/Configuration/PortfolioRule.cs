namespace AlphaMix.Training.Configuration;

/// <summary>The portfolio rule that turns probabilities into validation profit: daily top-k, equal weight, no costs (paper, section 3.1).</summary>
public sealed record PortfolioRule
{
    /// <summary>Gets the number of names held (the paper's k). Default 4.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>Names every fault.</summary>
    public IEnumerable<string> Faults()
    {
        if (TopK < 1)
            yield return $"portfolio.topK must be at least 1, found {TopK}";
    }
}

using AlphaMix.Evaluation;

namespace AlphaMix.Cli.Commands;

/// <summary>What is asked of the evaluation of a slow portfolio; null takes the default.</summary>
internal sealed record SlowRequest
{
    /// <summary>Gets the price folder.</summary>
    public required string Data { get; init; }

    /// <summary>Gets the first decision day; null for all days.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the first day that is none.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets when orders fill; null as the pool's label begins.</summary>
    public FillRule? Fill { get; init; }

    /// <summary>Gets the only cost in basis points a side; null for 0, 5 and 10.</summary>
    public double? CostBps { get; init; }

    /// <summary>Gets the level of the verdict; null for 0.05.</summary>
    public double? Level { get; init; }

    /// <summary>Gets a value indicating whether whatever the folder has is ranked, not the pool's universe alone.</summary>
    public bool All { get; init; }

    /// <summary>Gets the number of threads.</summary>
    public required int Threads { get; init; }
}

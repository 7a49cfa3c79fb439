using AlphaMix.Core.Extensions;

namespace AlphaMix.Core.Portfolios;

/// <summary>
/// Divides one portfolio among several strategies, or LEAN's alpha models, by their realised returns. Implementations are immutable,
/// deterministic and safe to share between threads: what is remembered of a strategy lies in memory that the caller keeps and may store.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete mixture in one file.</example>
public interface IStrategyMixture
{
    /// <summary>Gets the name under which the mixture is registered (<see cref="StrategyMixtureFactory"/>).</summary>
    string Name { get; }

    /// <summary>Gets the parameters that make an equal mixture.</summary>
    Parameters Parameters { get; }

    /// <summary>
    /// Gets how many numbers are remembered of a strategy; all are 0 before its first return. 0 when returns do not matter.
    /// </summary>
    int MemorySize { get; }

    /// <summary>Adds one return to what is remembered of a strategy.</summary>
    /// <param name="gain">
    /// What its own portfolio earned since the return before, on paper: from decision to decision at the prices seen there, before costs. A
    /// fraction; finite.
    /// </param>
    /// <param name="elapsedDays">
    /// Whole calendar days since the return before; 0 for the first, and for one of the same day.
    /// </param>
    /// <param name="memory">The strategy's memory, shape <c>(MemorySize)</c>.</param>
    void Remember(double gain, double elapsedDays, Span<double> memory);

    /// <summary>Computes the shares of the strategies that trade today.</summary>
    /// <param name="memories">
    /// Their memories one after another, in ordinal order of the strategies' names, shape <c>(strategies, MemorySize)</c>.
    /// </param>
    /// <param name="shares">Receives one share a strategy, shape <c>(strategies)</c>: not negative, sum 1. Never empty.</param>
    void Share(ReadOnlySpan<double> memories, Span<double> shares);
}

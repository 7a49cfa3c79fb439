namespace AlphaMix.Core.Routers;

/// <summary>
/// Scores windows with one probability each, usually by mixing the groups of a pool (paper, section 4). Implementations are immutable,
/// deterministic and safe to share between threads; working memory is the caller's. A router that mixes groups can also be an
/// <see cref="IGroupMixture"/>, for reports.
/// </summary>
/// <example>See <c>docs/extending.md</c> for a complete router in one file.</example>
public interface IRouter
{
    /// <summary>
    /// Gets the router's name: one of <see cref="RouterNames"/>, or that under which it is registered (<see cref="RouterFactory"/>).
    /// </summary>
    string Name { get; }

    /// <summary>
    /// Scores windows. A sample's result depends, to the bit, on its own window alone; nothing is allocated once a batch of the size was
    /// seen.
    /// </summary>
    /// <param name="rows">Scaled feature rows, row-major, finite.</param>
    /// <param name="offsets">Per sample, where its window starts in <paramref name="rows"/>; time-major, oldest bar first.</param>
    /// <param name="probabilities">Receives P(up) per sample, in [0, 1].</param>
    /// <param name="expertsAsked">Receives per sample how many experts were evaluated, from 0.</param>
    /// <param name="scratch">Working memory, grown on demand; one a thread.</param>
    void Score(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<int> offsets,
        Span<float> probabilities,
        Span<int> expertsAsked,
        RouterScratch scratch);
}

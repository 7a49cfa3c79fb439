namespace AlphaMix.Core.Routers;

/// <summary>Mixes the groups of a pool into one probability a sample (paper, section 4). Immutable and safe to share; scratch memory is the caller's.</summary>
public interface IRouter
{
    /// <summary>Gets the router's kind, which is its name in reports.</summary>
    RouterKind Kind { get; }

    /// <summary>Scores windows. A sample's result does not depend on the other samples of the call.</summary>
    /// <param name="rows">Scaled rows.</param>
    /// <param name="offsets">Per sample, where its window starts in <paramref name="rows"/>.</param>
    /// <param name="probabilities">Receives P(up) per sample, in [0, 1].</param>
    /// <param name="expertsAsked">Receives per sample how many experts were evaluated.</param>
    /// <param name="scratch">Working memory, grown on demand; one a thread.</param>
    void Score(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<int> offsets,
        Span<float> probabilities,
        Span<int> expertsAsked,
        RouterScratch scratch);
}

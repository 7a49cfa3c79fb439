using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Routers;

/// <summary>The router S: asks the soup alone, one group whose parameters are the mean of several (paper, section 4.3).</summary>
/// <param name="soup">The soup.</param>
public sealed class SoupRouter(ExpertGroup soup) : IRouter
{
    /// <inheritdoc/>
    public string Name => RouterNames.Soup;

    /// <summary>Gets the soup.</summary>
    public ExpertGroup Group => soup;

    /// <inheritdoc/>
    public void Score(
        ReadOnlySpan<float> rows,
        ReadOnlySpan<int> offsets,
        Span<float> probabilities,
        Span<int> expertsAsked,
        RouterScratch scratch)
    {
        var logits = scratch.Logits(offsets.Length);
        soup.Logits(rows, offsets, logits, scratch.Groups);
        Logits.ToProbabilities(logits, probabilities);
        expertsAsked.Fill(soup.Shape.Experts);
    }
}

using AlphaMix.Core.Experts;

namespace AlphaMix.Core.Trees;

/// <summary>A group of boosted trees beside a pool's networks: one expert, whose score is the log odds of up.</summary>
/// <param name="trees">The trees, boosted with log loss.</param>
public sealed class TreeGroup(TreeEnsemble trees) : IGroup
{
    /// <summary>Gets the trees.</summary>
    public TreeEnsemble Trees => trees;

    /// <inheritdoc/>
    public int InputSize => trees.InputSize;

    /// <inheritdoc/>
    /// <remarks>All trees together are one expert.</remarks>
    public int Experts => 1;

    /// <inheritdoc/>
    public long ParameterCount => trees.ParameterCount;

    /// <inheritdoc/>
    /// <remarks>The logits are minus and plus half the score, so that their difference is the score.</remarks>
    public void Logits(ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> logits, InferenceScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        if (logits.Length != offsets.Length * GroupShape.Outputs)
            throw new ArgumentException(
                $"{offsets.Length} samples have {offsets.Length * GroupShape.Outputs} logits, found room for {logits.Length}.",
                nameof(logits));
        var scores = scratch.Scores(offsets.Length);
        trees.Score(rows, offsets, scores);
        for (var i = 0; i < scores.Length; i++)
        {
            var half = (float)(scores[i] / 2);
            (logits[2 * i], logits[2 * i + 1]) = (-half, half);
        }
    }
}

using AlphaMix.Core.Experts;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Routers;

/// <summary>
/// The two layers of the as-needed routers (paper, Eq. 7), plain and in one order, so that fitting and use agree to the bit.
/// </summary>
public static class AsNeededEmbedding
{
    /// <summary>Computes LeakyReLU(W1 x / |x| + b1) for each sample; a window of zeros embeds as the bias alone.</summary>
    /// <param name="parameters">The routers' parameters.</param>
    /// <param name="rows">Scaled feature rows, row-major, finite.</param>
    /// <param name="offsets">Per sample, where its window starts in <paramref name="rows"/>.</param>
    /// <param name="embeddings">Receives the embeddings, shape (samples x <see cref="AsNeededParameters.EmbeddingSize"/>).</param>
    public static void Compute(
        AsNeededParameters parameters, ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> embeddings)
    {
        for (var i = 0; i < offsets.Length; i++)
        {
            var window = rows.Slice(offsets[i], parameters.InputSize);
            var inverseNorm = InverseNorm(window);
            for (var j = 0; j < AsNeededParameters.EmbeddingSize; j++)
            {
                var weights = parameters.EmbeddingWeights.AsSpan(j * parameters.InputSize, parameters.InputSize);
                var value = MathF.FusedMultiplyAdd(LaneDot.Dot(weights, window), inverseNorm, parameters.EmbeddingBias[j]);
                embeddings[i * AsNeededParameters.EmbeddingSize + j] = value > 0 ? value : ExpertGroup.LeakySlope * value;
            }
        }
    }

    /// <summary>Returns whether router <paramref name="k"/> turns the next group on: its activation is above 0.5.</summary>
    /// <param name="parameters">The routers' parameters.</param>
    /// <param name="k">The router, from 0: the one behind the first group.</param>
    /// <param name="embedding">The sample's embedding, shape (<see cref="AsNeededParameters.EmbeddingSize"/>).</param>
    /// <param name="meanLogits">The mean logits of the groups asked so far, shape (2).</param>
    public static bool AsksOn(AsNeededParameters parameters, int k, ReadOnlySpan<float> embedding, ReadOnlySpan<float> meanLogits) =>
        Activation(parameters, k, embedding, meanLogits) > 0;

    /// <summary>Returns the logit of router <paramref name="k"/>, before its sigmoid: above 0 it turns the next group on.</summary>
    /// <param name="parameters">The routers' parameters.</param>
    /// <param name="k">The router, from 0: the one behind the first group.</param>
    /// <param name="embedding">The sample's embedding, shape (<see cref="AsNeededParameters.EmbeddingSize"/>).</param>
    /// <param name="meanLogits">The mean logits of the groups asked so far, shape (2).</param>
    public static float Activation(AsNeededParameters parameters, int k, ReadOnlySpan<float> embedding, ReadOnlySpan<float> meanLogits)
    {
        var weights = parameters.OutputWeights.AsSpan(k * AsNeededParameters.OutputInputs, AsNeededParameters.OutputInputs);
        var activation = parameters.OutputBias[k];
        for (var j = 0; j < embedding.Length; j++)
            activation = MathF.FusedMultiplyAdd(weights[j], embedding[j], activation);
        for (var j = 0; j < meanLogits.Length; j++)
            activation = MathF.FusedMultiplyAdd(weights[embedding.Length + j], meanLogits[j], activation);
        return activation;
    }

    /// <summary>Returns 1 / |x| of a window, Euclidean; 0 for a window of zeros.</summary>
    /// <param name="window">Scaled values.</param>
    public static float InverseNorm(ReadOnlySpan<float> window)
    {
        var square = LaneDot.Dot(window, window);
        return square > 0 ? 1 / MathF.Sqrt(square) : 0;
    }
}

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
    /// <param name="rows">Scaled rows.</param>
    /// <param name="offsets">Per sample, where its window starts.</param>
    /// <param name="embeddings">Receives (samples x <see cref="AsNeededParameters.EmbeddingSize"/>).</param>
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

    /// <summary>Says whether router <paramref name="k"/> turns the next group on: its activation is above 0.5.</summary>
    /// <param name="parameters">The routers' parameters.</param>
    /// <param name="k">The router, from 0: the one behind the first group.</param>
    /// <param name="embedding">The sample's embedding.</param>
    /// <param name="meanLogits">The mean logits of the groups asked so far, (2).</param>
    public static bool AsksOn(AsNeededParameters parameters, int k, ReadOnlySpan<float> embedding, ReadOnlySpan<float> meanLogits) =>
        Activation(parameters, k, embedding, meanLogits) > 0;

    /// <summary>Gives what router <paramref name="k"/> feeds to the sigmoid; the parameters are those of <see cref="AsksOn"/>.</summary>
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

    /// <summary>Gives 1 / |x|, or 0 for a window of zeros.</summary>
    public static float InverseNorm(ReadOnlySpan<float> window)
    {
        var square = LaneDot.Dot(window, window);
        return square > 0 ? 1 / MathF.Sqrt(square) : 0;
    }
}

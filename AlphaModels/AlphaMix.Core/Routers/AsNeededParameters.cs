namespace AlphaMix.Core.Routers;

/// <summary>Parameters of the as-needed routers R (paper, Eq. 7). The arrays must not be changed.</summary>
/// <param name="InputSize">Values in a window, T * F.</param>
/// <param name="Routers">Number of routers, one fewer than groups; 0 for a single group.</param>
/// <param name="EmbeddingWeights">W1, shared, row-major (<see cref="EmbeddingSize"/> x inputs).</param>
/// <param name="EmbeddingBias">Bias of W1, (<see cref="EmbeddingSize"/>).</param>
/// <param name="OutputWeights">W2(k), row-major (routers x (<see cref="EmbeddingSize"/> + 2)): the embedding, then the two mean
/// logits.</param>
/// <param name="OutputBias">Bias of W2(k), (routers).</param>
public sealed record AsNeededParameters(
    int InputSize, int Routers, float[] EmbeddingWeights, float[] EmbeddingBias, float[] OutputWeights, float[] OutputBias)
{
    /// <summary>Dimension of the embedding, 8 as in the paper.</summary>
    public const int EmbeddingSize = 8;

    /// <summary>Inputs of each W2(k): the embedding and the two mean logits.</summary>
    public const int OutputInputs = EmbeddingSize + 2;
}

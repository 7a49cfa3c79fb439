using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Experiments.Ablations;

/// <summary>
/// Asks groups as needed whose logits are known already: <see cref="AsNeededRouter"/> for logits that did not come from its own forward
/// pass.
/// </summary>
internal static class RoutedLogits
{
    /// <summary>Returns the mean logits of the groups asked, and how many those were.</summary>
    /// <param name="parameters">The routers.</param>
    /// <param name="rows">Scaled rows.</param>
    /// <param name="offsets">Per sample, where its window starts.</param>
    /// <param name="groups">The groups' logits in the order in which they are asked, each (samples x 2).</param>
    public static (float[] Logits, int[] Asked) Compute(
        AsNeededParameters parameters, float[] rows, int[] offsets, IReadOnlyList<float[]> groups)
    {
        var embeddings = new float[offsets.Length * AsNeededParameters.EmbeddingSize];
        AsNeededEmbedding.Compute(parameters, rows, offsets, embeddings);
        var mean = new float[2 * offsets.Length];
        var asked = new int[offsets.Length];
        for (var i = 0; i < offsets.Length; i++)
        {
            var embedding = embeddings.AsSpan(i * AsNeededParameters.EmbeddingSize, AsNeededParameters.EmbeddingSize);
            var sample = mean.AsSpan(2 * i, 2);
            for (var k = 0; k < groups.Count; k++)
            {
                for (var j = 0; j < 2; j++)
                    sample[j] += (groups[k][2 * i + j] - sample[j]) / (k + 1);
                asked[i] = k + 1;
                if (k == groups.Count - 1 || !AsNeededEmbedding.AsksOn(parameters, k, embedding, sample))
                    break;
            }
        }

        return (mean, asked);
    }
}

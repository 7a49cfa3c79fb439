using AlphaMix.Core.Numerics;
using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Routers;

/// <summary>
/// How often each router asks on, and making it so. Multiplying omega by a factor moves the log-odds of Eq. 8's optimum by that factor's
/// logarithm, so a wanted rate is a shift of the router's bias, and the omega that it stands for follows.
/// </summary>
internal static class OnRate
{
    /// <summary>
    /// Shifts the biases to the wanted rate, if there is one, and measures the rates router after router on the samples that reach each.
    /// </summary>
    /// <param name="parameters">The routers; their output biases are changed in place.</param>
    /// <param name="samples">The samples of the fit.</param>
    /// <param name="targets">The mean logits that each router sees.</param>
    /// <param name="wanted">The share to pass on, or null to measure only.</param>
    /// <param name="omega">Per router, its omega; multiplied by what the shift stands for.</param>
    public static double[] Settle(
        AsNeededParameters parameters, RoutingSamples samples, AsNeededTargets targets, double? wanted, double[] omega)
    {
        var embeddings = new float[samples.Count * AsNeededParameters.EmbeddingSize];
        AsNeededEmbedding.Compute(parameters, samples.Rows, samples.Offsets, embeddings);
        var reached = Enumerable.Range(0, samples.Count).ToArray();
        var rates = new double[parameters.Routers];
        for (var k = 0; k < parameters.Routers; k++)
        {
            if (wanted is { } rate)
                omega[k] *= ExactMath.Exp(Shift(parameters, k, Activations(parameters, k, reached, embeddings, targets), rate));
            var passed = Array.FindAll(reached, i => AsksOn(parameters, k, i, embeddings, targets));
            rates[k] = reached.Length == 0 ? 0 : (double)passed.Length / reached.Length;
            reached = passed;
        }

        return rates;
    }

    /// <summary>Moves the bias so that the wanted share of activations is positive; gives the shift.</summary>
    private static double Shift(AsNeededParameters parameters, int k, float[] activations, double rate)
    {
        if (activations.Length == 0)
            return 0;
        Array.Sort(activations);
        var off = (int)Math.Round((1 - rate) * activations.Length);
        var threshold = off == 0 ? activations[0] - 1
            : off == activations.Length ? activations[^1] + 1
            : (activations[off - 1] + activations[off]) / 2;
        parameters.OutputBias[k] -= threshold;
        return -threshold;
    }

    private static float[] Activations(
        AsNeededParameters parameters, int k, int[] samples, float[] embeddings, AsNeededTargets targets) =>
        Array.ConvertAll(samples, i => AsNeededEmbedding.Activation(parameters, k, Embedding(embeddings, i), Logits(targets, k, i)));

    private static bool AsksOn(AsNeededParameters parameters, int k, int i, float[] embeddings, AsNeededTargets targets) =>
        AsNeededEmbedding.AsksOn(parameters, k, Embedding(embeddings, i), Logits(targets, k, i));

    private static ReadOnlySpan<float> Embedding(float[] embeddings, int i) =>
        embeddings.AsSpan(i * AsNeededParameters.EmbeddingSize, AsNeededParameters.EmbeddingSize);

    private static ReadOnlySpan<float> Logits(AsNeededTargets targets, int k, int i) => targets.MeanLogits[k].AsSpan(2 * i, 2);
}

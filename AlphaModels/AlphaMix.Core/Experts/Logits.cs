using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Experts;

/// <summary>What becomes of pairs of logits (down, up).</summary>
public static class Logits
{
    /// <summary>Gives P(up), the softmax of a pair: 1 / (1 + exp(down - up)).</summary>
    public static float ProbabilityUp(float down, float up) => (float)ExactMath.Sigmoid((double)up - down);

    /// <summary>Gives P(up) for each pair.</summary>
    /// <param name="logits">Shape (n x 2).</param>
    /// <param name="probabilities">Receives n probabilities.</param>
    public static void ToProbabilities(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] = ProbabilityUp(logits[2 * i], logits[2 * i + 1]);
    }
}

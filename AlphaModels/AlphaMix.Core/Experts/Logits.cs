using AlphaMix.Core.Numerics;

namespace AlphaMix.Core.Experts;

/// <summary>Converts pairs of logits (down, up) to probabilities, with the same bits on every machine.</summary>
public static class Logits
{
    /// <summary>Returns P(up) in [0, 1], the softmax of a pair: 1 / (1 + exp(down - up)); NaN when a logit is NaN.</summary>
    /// <param name="down">Logit of "down".</param>
    /// <param name="up">Logit of "up".</param>
    public static float ProbabilityUp(float down, float up) => (float)ExactMath.Sigmoid((double)up - down);

    /// <summary>Computes P(up) for each pair.</summary>
    /// <param name="logits">Logits of "down" and "up" per sample, shape (samples x 2).</param>
    /// <param name="probabilities">Receives P(up) in [0, 1], shape (samples).</param>
    public static void ToProbabilities(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        for (var i = 0; i < probabilities.Length; i++)
            probabilities[i] = ProbabilityUp(logits[2 * i], logits[2 * i + 1]);
    }
}

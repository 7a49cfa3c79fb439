using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Groups;

/// <summary>Softmax cross-entropy of two logits, as a function of their margin up - down.</summary>
internal static class CrossEntropy
{
    /// <summary>Gives the loss in nats.</summary>
    /// <param name="margin">Logit of "up" minus logit of "down".</param>
    /// <param name="label">1 (up) or 0 (down).</param>
    public static double Loss(double margin, byte label) => ExactMath.Softplus(label == 1 ? -margin : margin);

    /// <summary>Gives the derivative of the loss by the logit of "up"; that by "down" is its negative.</summary>
    /// <param name="margin">Logit of "up" minus logit of "down".</param>
    /// <param name="label">1 (up) or 0 (down).</param>
    public static double Slope(double margin, byte label) => ExactMath.Sigmoid(margin) - label;
}

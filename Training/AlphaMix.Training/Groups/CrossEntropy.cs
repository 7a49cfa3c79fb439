using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Groups;

/// <summary>Softmax cross-entropy of two logits, as a function of their margin up - down.</summary>
internal static class CrossEntropy
{
    /// <summary>Gives the loss in nats; NaN when the margin is not finite.</summary>
    /// <param name="margin">Logit of "up" minus logit of "down".</param>
    /// <param name="label">1 (up) or 0 (down).</param>
    /// <param name="slope">The derivative of the loss by the logit of "up"; that by "down" is its negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Loss(double margin, byte label, out double slope)
    {
        if (!double.IsFinite(margin))
        {
            slope = double.NaN;
            return double.NaN;
        }

        // One exponential, of a number below 0, serves both: no overflow.
        var small = ExactMath.Exp(-Math.Abs(margin));
        slope = (margin > 0 ? 1 : small) / (1 + small) - label;
        var wrong = label == 1 ? -margin : margin;
        return (wrong > 0 ? wrong : 0) + ExactMath.Log(1 + small);
    }
}

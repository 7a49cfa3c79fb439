using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Routers;

/// <summary>What the as-needed routers are taught: for each number of groups asked, their mean logits and whether to ask on.</summary>
/// <param name="MeanLogits">Per router k, the mean logits of the first k + 1 groups, (samples x 2).</param>
/// <param name="AskOn">Per router k and sample, whether the next group should be turned on (y_on).</param>
internal sealed record AsNeededTargets(float[][] MeanLogits, bool[][] AskOn)
{
    /// <summary>Computes the targets.</summary>
    /// <param name="samples">Validation samples.</param>
    /// <param name="order">The groups in the order in which they are asked.</param>
    /// <param name="target">When to ask on.</param>
    public static AsNeededTargets Compute(RoutingSamples samples, IReadOnlyList<int> order, AsNeededTarget target)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(order);
        var means = Enumerable.Range(1, order.Count).Select(k => samples.MeanLogits([.. order.Take(k)])).ToArray();
        var right = Array.ConvertAll(means, mean => Right(mean, samples.Labels));
        var askOn = new bool[order.Count - 1][];
        for (var k = 0; k < askOn.Length; k++)
        {
            askOn[k] = new bool[samples.Count];
            for (var i = 0; i < samples.Count; i++)
                askOn[k][i] = !right[k][i] && (target == AsNeededTarget.Paper || AnyLaterRight(right, k, i));
        }

        return new AsNeededTargets(means[..^1], askOn);
    }

    private static bool AnyLaterRight(bool[][] right, int k, int sample)
    {
        for (var later = k + 1; later < right.Length; later++)
        {
            if (right[later][sample])
                return true;
        }

        return false;
    }

    private static bool[] Right(float[] logits, byte[] labels)
    {
        var right = new bool[labels.Length];
        for (var i = 0; i < labels.Length; i++)
            right[i] = logits[2 * i + 1] > logits[2 * i] == (labels[i] == 1);
        return right;
    }
}

namespace AlphaMix.Training.Torch.Baselines;

/// <summary>
/// The multi-scale Gaussian prior of Ding et al. (IJCAI 2020): what is added to the attention scores, for each head at a scale of its own,
/// so that heads look at windows of different length; the future is hidden.
/// </summary>
internal static class GaussianPrior
{
    /// <summary>Returns the prior.</summary>
    /// <param name="days">Rows in a window.</param>
    /// <param name="scales">The heads' scales sigma_h in days.</param>
    /// <returns>Shape (heads, days, days), row the day that looks and column the day looked at:
    /// exp(-(i - j)^2 / (2 sigma_h^2)) for j up to i, minus infinity after it.</returns>
    public static float[] Create(int days, IReadOnlyList<int> scales)
    {
        var prior = new float[scales.Count * days * days];
        for (var i = 0; i < prior.Length; i++)
        {
            var (head, from, to) = (i / (days * days), i / days % days, i % days);
            double distance = from - to;
            prior[i] = to > from ? float.NegativeInfinity : (float)Math.Exp(-distance * distance / (2.0 * scales[head] * scales[head]));
        }

        return prior;
    }
}

namespace AlphaMix.Training.Experiments.PublishedDefects;

/// <summary>
/// The authors' soup: the mean over the ingredients so far is written over the first of them, and an ingredient that was rejected stays in
/// the list, so that the soup is a mean of means over all groups.
/// </summary>
internal static class RunningMeanSoup
{
    /// <summary>Computes the soup.</summary>
    /// <param name="groups">Parameter vectors of one length, in the order of training, at least one.</param>
    public static float[] Compute(IReadOnlyList<float[]> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        double[] first = Array.ConvertAll(groups[0], value => (double)value);
        for (var added = 1; added < groups.Count; added++)
        {
            for (var i = 0; i < first.Length; i++)
            {
                for (var other = 1; other <= added; other++)
                    first[i] += groups[other][i];
                first[i] /= added + 1;
            }
        }

        return Array.ConvertAll(first, value => (float)value);
    }
}

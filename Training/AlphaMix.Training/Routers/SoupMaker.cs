using AlphaMix.Training.Configuration;

namespace AlphaMix.Training.Routers;

/// <summary>
/// Averages the parameters of groups (paper, Algorithm 3, after Wortsman et al. 2022). What averaging across starts does is in
/// docs/results.md.
/// </summary>
internal static class SoupMaker
{
    /// <summary>Returns whether a group may join the best one, which may itself.</summary>
    public static bool IsCandidate(SoupCandidates candidates, SoupMember member, SoupMember best)
    {
        var hasStart = member.Shape == best.Shape && member.Start == best.Start;
        var hasHyperparameters = member with { Start = best.Start } == best;
        return candidates switch
        {
            SoupCandidates.Start => hasStart,
            SoupCandidates.Hyperparameters => hasHyperparameters,
            _ => hasStart || hasHyperparameters
        };
    }

    /// <summary>Creates the greedy soup.</summary>
    /// <param name="candidates">Parameter vectors of one length, best validation profit first, at least one.</param>
    /// <param name="profit">Validation profit of a group with the given parameters.</param>
    /// <returns>The soup and the indices of its ingredients among the candidates.</returns>
    public static (float[] Soup, IReadOnlyList<int> Ingredients) Make(
        IReadOnlyList<float[]> candidates, Func<float[], double> profit)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(profit);
        var ingredients = new List<int> { 0 };
        var soup = candidates[0];
        var best = profit(soup);
        for (var i = 1; i < candidates.Count; i++)
        {
            var tried = Average([.. ingredients.Append(i).Select(each => candidates[each])]);
            var reached = profit(tried);
            if (reached < best)
                continue;
            ingredients.Add(i);
            (soup, best) = (tried, reached);
        }

        return (soup, ingredients);
    }

    private static float[] Average(float[][] vectors)
    {
        if (Array.Exists(vectors, vector => vector.Length != vectors[0].Length))
            throw new ArgumentException("Only groups of one shape can be averaged.", nameof(vectors));
        var mean = new float[vectors[0].Length];
        for (var i = 0; i < mean.Length; i++)
        {
            var sum = 0.0;
            foreach (var vector in vectors)
                sum += vector[i];
            mean[i] = (float)(sum / vectors.Length);
        }

        return mean;
    }
}

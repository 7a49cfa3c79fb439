using AlphaMix.Core.Pools;

namespace AlphaMix.Training.Routers;

/// <summary>
/// Chooses groups with replacement (paper, Algorithm 2, after Caruana et al. 2004): again and again the group that raises the ensemble's
/// validation profit most, until none does or K distinct ones are in. (The printed algorithm starts from an infinite best and accepts
/// lower profits, a slip of sign; replication.md 1.6.)
/// </summary>
internal static class WithReplacementSelector
{
    // A safety net: profit strictly rises with every choice, so in practice a handful of choices is made.
    private const int MostChoices = 1000;

    /// <summary>Selects.</summary>
    /// <param name="groups">Number of groups in the pool.</param>
    /// <param name="distinct">Number of distinct groups at which to stop (K).</param>
    /// <param name="profit">Validation profit of an ensemble, given as indices of groups that may repeat.</param>
    /// <returns>The distinct groups in order of first choice and their mixture weights.</returns>
    public static SelectionRecord Select(int groups, int distinct, Func<IReadOnlyCollection<int>, double> profit)
    {
        ArgumentNullException.ThrowIfNull(profit);
        var chosen = new List<int>();
        var best = double.NegativeInfinity;
        while (chosen.Distinct().Count() < distinct && chosen.Count < MostChoices)
        {
            var (group, reached) = Best(groups, chosen, profit);
            if (!(reached > best))
                break;
            chosen.Add(group);
            best = reached;
        }

        var unique = chosen.Distinct().ToArray();
        var weights = Array.ConvertAll(unique, group => chosen.Count(each => each == group) / (float)chosen.Count);
        return new SelectionRecord(unique, weights);
    }

    private static (int Group, double Profit) Best(int groups, List<int> chosen, Func<IReadOnlyCollection<int>, double> profit)
    {
        var best = (Group: 0, Profit: double.NegativeInfinity);
        for (var group = 0; group < groups; group++)
        {
            var reached = profit([.. chosen, group]);
            if (reached > best.Profit)
                best = (group, reached);
        }

        return best;
    }
}

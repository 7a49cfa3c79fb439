namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>The contribution of one group to a router's picks; shares are in [0, 1], NaN when it was never asked.</summary>
/// <param name="Name">The group.</param>
/// <param name="Asked">Share of picks for which it was asked.</param>
/// <param name="For">Share of those on which its log-odds were above 0.</param>
/// <param name="Share">Mean of its share in the mixture: |mixture weight times log-odds| over the sum of all groups'.</param>
/// <param name="Change">Mean absolute change of the log-odds without it.</param>
/// <param name="Decisive">Share of those that would not have been picked without it.</param>
internal sealed record ContributionFigures(string Name, double Asked, double For, double Share, double Change, double Decisive)
{
    /// <summary>Sums up one group.</summary>
    /// <param name="name">The group.</param>
    /// <param name="group">Its index in the trace.</param>
    /// <param name="entries">Picks.</param>
    public static ContributionFigures Compute(string name, int group, IReadOnlyCollection<TraceEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        (GroupContribution Contribution, double Share)[] parts =
        [
            .. from entry in entries
               from contribution in entry.Contributions
               where contribution.Group == @group
               select (contribution, PartOf(contribution, entry))
        ];
        double Mean(Func<(GroupContribution Contribution, double Share), double> figure) =>
            parts.Length == 0 ? double.NaN : parts.Average(figure);
        return new ContributionFigures(
            name,
            entries.Count == 0 ? double.NaN : (double)parts.Length / entries.Count,
            Mean(one => one.Contribution.LogOdds > 0 ? 1 : 0),
            Mean(one => one.Share),
            Mean(one => Math.Abs(one.Contribution.ChangeWithout)),
            Mean(one => one.Contribution.Decisive ? 1 : 0));
    }

    /// <summary>Returns a group's share in the mixture for one pick, in [0, 1].</summary>
    internal static double PartOf(GroupContribution contribution, TraceEntry entry)
    {
        var all = entry.Contributions.Sum(one => Math.Abs(one.MixtureWeight * one.LogOdds));
        return all > 0 ? Math.Abs(contribution.MixtureWeight * contribution.LogOdds) / all : 1.0 / entry.Contributions.Count;
    }
}

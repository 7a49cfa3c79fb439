namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>
/// The audit trail of one router: for every pick of every day, which groups were asked, who spoke for it and who against.
/// </summary>
/// <param name="Router">The router's name.</param>
/// <param name="Groups">Names of the groups that can be asked.</param>
/// <param name="Entries">The picks, by day and rank.</param>
/// <param name="AskedByDay">Per decision day, the mean number of experts asked over all scored instruments.</param>
internal sealed record RouterTrace(string Router, IReadOnlyList<string> Groups, IReadOnlyList<TraceEntry> Entries, double[] AskedByDay)
{
    /// <summary>Sums up what each group did.</summary>
    public IReadOnlyList<ContributionFigures> ByGroup() => [.. Groups.Select((name, g) => ContributionFigures.Compute(name, g, Entries))];
}

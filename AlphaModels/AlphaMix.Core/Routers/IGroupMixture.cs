namespace AlphaMix.Core.Routers;

/// <summary>
/// A router whose answer is a mixture of the pool's groups, and which can say of which. Optional: reports show what each group contributed
/// to the answers of routers that implement it, and only the answer of the others.
/// </summary>
public interface IGroupMixture
{
    /// <summary>Returns the groups that were asked for a window, in the order in which they were; their mixture weights sum to 1.</summary>
    /// <param name="window">The window, scaled, time-major, oldest bar first.</param>
    /// <param name="expertsAsked">The number of experts that the router reported for it.</param>
    IReadOnlyList<GroupShare> Shares(ReadOnlySpan<float> window, int expertsAsked);
}

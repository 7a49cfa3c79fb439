namespace AlphaMix.Core.Routers;

/// <summary>
/// A router that mixes the pool's groups and can list them with their mixture weights. Optional: reports break the scores of such a router
/// down by group, and show only the scores of others.
/// </summary>
public interface IGroupMixture
{
    /// <summary>Returns the groups that were asked for a window, in the order in which they were; their mixture weights sum to 1.</summary>
    /// <param name="window">The window, scaled, shape <c>(T x F)</c>, time-major, oldest bar first.</param>
    /// <param name="expertsAsked">The number of experts that <see cref="IRouter.Score"/> reported for it.</param>
    IReadOnlyList<GroupShare> Shares(ReadOnlySpan<float> window, int expertsAsked);
}

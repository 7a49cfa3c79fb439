using AlphaMix.Core.Experts;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Routers;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Which groups a router asks, and with which mixture weights, given how many experts it says it asked.</summary>
internal sealed class AskedGroups
{
    private readonly (int Group, double MixtureWeight)[] _all;
    private readonly int[] _experts;
    private readonly bool _asNeeded;

    private AskedGroups(IEnumerable<(int Group, double MixtureWeight)> all, IEnumerable<ExpertGroup> groups, bool asNeeded)
    {
        _all = [.. all];
        _experts = [.. groups.Select(group => group.Shape.Experts)];
        _asNeeded = asNeeded;
    }

    /// <summary>Gives what is asked by one of a pool's routers V, R or W; the indices are those of the pool's groups.</summary>
    public static AskedGroups Of(Pool pool, RouterKind router) => router switch
    {
        RouterKind.R => new AskedGroups(
            pool.Manifest.AsNeeded!.Groups.Select(group => (group, 0.0)), pool.Manifest.AsNeeded.Groups.Select(group => pool.Groups[group]), asNeeded: true),
        RouterKind.W => new AskedGroups(
            pool.Manifest.Selection!.Groups.Zip(pool.Manifest.Selection.MixtureWeights, (group, weight) => (group, (double)weight)), [], asNeeded: false),
        _ => new AskedGroups(Enumerable.Range(0, pool.Groups.Count).Select(group => (group, 1.0 / pool.Groups.Count)), [], asNeeded: false)
    };

    /// <summary>Gives the groups asked for one window: all, or for R those in turn until their experts add up; R's answer is their mean.</summary>
    public IReadOnlyList<(int Group, double MixtureWeight)> For(int expertsAsked)
    {
        if (!_asNeeded)
            return _all;
        var (count, left) = (0, expertsAsked);
        while (count < _all.Length && left > 0)
            left -= _experts[count++];
        return [.. _all.Take(count).Select(one => (one.Group, 1.0 / count))];
    }
}

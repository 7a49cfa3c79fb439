using AlphaMix.Cli.Console;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Cli.Sessions;

/// <summary>
/// The pools that a command names: the file of one pool, the run folder that holds it, a walk-forward run, or the index of dated pools. A
/// single pool is a timeline of one, in force from the day after its last fitted price.
/// </summary>
internal static class PoolSource
{
    /// <summary>Reads the pools.</summary>
    public static IReadOnlyList<DatedPool> Read(string path, ExtensionSet extensions)
    {
        if (PoolIndexFile.Is(path))
            return PoolIndexFile.Read(path, extensions);
        var pool = PoolFile.Read(path, extensions);
        return [new DatedPool(pool.Manifest.FittedThrough.AddDays(1), DateOnly.MaxValue, pool)];
    }

    /// <summary>
    /// Throws unless pools of different seeds are otherwise of one configuration, so that a mean over them is one of something.
    /// </summary>
    /// <param name="first">The pools that the others are held against.</param>
    /// <param name="others">The others.</param>
    /// <param name="path">Where the others are from.</param>
    /// <param name="firstPath">Where the first are from.</param>
    /// <exception cref="UsageException">They differ; the message says in what.</exception>
    public static void RequireOneConfiguration(
        IReadOnlyList<DatedPool> first, IReadOnlyList<DatedPool> others, string path, string firstPath)
    {
        var found = Describe(others).Zip(Describe(first)).FirstOrDefault(pair => pair.First.Value != pair.Second.Value);
        if (found.First.Name is not null)
            throw new UsageException(
                $"{path}: found {found.First.Name} {found.First.Value}, where {firstPath} has {found.Second.Value}. "
                + "Evaluate pools of one configuration and different seeds together, and others by themselves.");
    }

    private static IEnumerable<(string Name, string Value)> Describe(IReadOnlyList<DatedPool> pools)
    {
        var manifest = pools[0].Pool.Manifest;
        yield return ("portfolio rule", string.Join(", then ", pools.Select(dated => Describe(dated.Pool.Manifest.Rule)).Distinct()));
        yield return ("share of the prior",
            $"{manifest.PriorWeight?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
        yield return ("features",
            $"{string.Join(' ', manifest.Features.Features.Select(feature => feature.Name))} over {manifest.Features.Window} bars");
        yield return ("scaler", $"{manifest.Scaler}");
        yield return ("label", $"{manifest.Label.Name} {manifest.Label.Horizon}");
        yield return ("routers", string.Join(' ', pools[0].Pool.Routers));
        yield return ("groups", $"{manifest.Groups.Count}");
        yield return ("tree groups", $"{manifest.TreeGroups.Count}");
        yield return ("dated pools", string.Join(' ', pools.Select(dated => $"{dated.From:yyyy-MM-dd}")));
    }

    /// <summary>Returns a rule in words, but for what is measured on a pool's own validation span.</summary>
    private static string Describe(IPortfolioRule rule)
    {
        var asked = rule is RankBuffer buffer ? buffer with { ExpectedTurnover = 0 } : rule;
        return $"{asked.Name} ({asked.Parameters})";
    }
}

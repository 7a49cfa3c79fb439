using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Artifacts;

/// <summary>The versions of the artifact format that this library writes and reads.</summary>
/// <remarks>
/// Version 1: the first. Version 2: residual features, the scaler none, the label beatsMedian, the rank buffer (<c>tradingRule</c>).
/// Version 3: portfolio rules, routers, forecasters, features and labels by name. Version 4: tree groups. A pool is written in the lowest
/// version that has all it needs. A change that an older reader can ignore (a field or tensor more) raises <see cref="Current"/> alone; one
/// that would make an older reader compute something else raises <see cref="OldestReader"/> to the same number too.
/// </remarks>
public static class ArtifactVersion
{
    /// <summary>The newest version written.</summary>
    public const int Current = 4;

    /// <summary>The oldest version of a reader that understands the newest version.</summary>
    public const int OldestReader = 4;

    /// <summary>The oldest version still read.</summary>
    public const int OldestReadable = 1;

    /// <summary>Returns the lowest version that can hold a pool; it is also the version of the oldest reader.</summary>
    internal static int Needed(PoolManifest manifest) =>
        manifest.TreeGroups.Count > 0 ? 4
        : NeedsNames(manifest) ? 3
        : manifest.Rule is RankBuffer || manifest.Features.IsCrossSectional || manifest.Scaler == ScalerKind.None
            || manifest.Label.Name == LabelSpec.BeatsMedianName ? 2
        : 1;

    private static bool NeedsNames(PoolManifest manifest) =>
        !TradingRuleFields.CanHold(manifest) || manifest.Routers.Count > 0 || manifest.Forecasters.Count > 0
        || !manifest.Label.IsBuiltIn || !manifest.Features.Features.All(FeatureFields.IsBuiltIn);

    /// <summary>Checks the versions of a file against this reader's.</summary>
    internal static void Check(int formatVersion, int oldestReader, JsonContext context)
    {
        if (formatVersion < OldestReadable)
            throw context.Fault(
                "alphamix.formatVersion", $"{formatVersion}", $"at least {OldestReadable}",
                "This library no longer reads so old a file: train the pool again.");
        if (oldestReader < 1 || oldestReader > formatVersion)
            throw context.Fault("alphamix.oldestReader", $"{oldestReader}", $"1 to {formatVersion}, the file's formatVersion");
        if (oldestReader > Current)
            throw context.Fault(
                "alphamix.oldestReader",
                $"{oldestReader} (the file has format {formatVersion})",
                $"at most {Current}, the newest format this library reads",
                $"Update AlphaMix.Lean to a version that reads format {oldestReader}, or train the pool again with this one.");
    }
}

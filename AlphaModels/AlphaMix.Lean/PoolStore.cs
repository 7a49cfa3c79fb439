using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Pools;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>Reads pools from LEAN's ObjectStore, in a backtest the folder <c>storage/</c> beside lean.json.</summary>
public static class PoolStore
{
    /// <summary>The key under which training stores the pool: <c>storage/alphamix/pool.safetensors</c> beside lean.json.</summary>
    public const string DefaultKey = "alphamix/pool.safetensors";

    /// <summary>The key of the index of dated pools that <c>train --walk-forward</c> writes.</summary>
    public const string DefaultIndexKey = "alphamix/" + PoolIndex.FileName;

    /// <summary>Returns whether a key names an index of dated pools, not a pool: it ends with <c>index.json</c>.</summary>
    /// <param name="key">A key of the ObjectStore.</param>
    public static bool IsIndex(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.EndsWith(PoolIndex.FileName, StringComparison.Ordinal);
    }

    /// <summary>
    /// Reads dated pools from the ObjectStore: an index, and every pool that it names beside it. Each is checked as
    /// <see cref="PoolArtifact.Read(string, ExtensionSet?)"/> does.
    /// </summary>
    /// <param name="algorithm">The algorithm whose ObjectStore is read.</param>
    /// <param name="key">
    /// The index's key, or that of a single pool, which then may trade from the day after its last price. <see cref="DefaultKey"/> finds
    /// the index <see cref="DefaultIndexKey"/> where there is no such pool.
    /// </param>
    /// <param name="extensions">Portfolio rules, routers and so on by name; null, the default, for this library's own.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore lacks the index or a pool.</exception>
    /// <exception cref="ArtifactException">
    /// An index or pool is damaged, needs a newer library or a name that <paramref name="extensions"/> lacks, or a pool was fitted through
    /// another day than the index says.
    /// </exception>
    /// <exception cref="ArgumentException">The key is blank, or the pools differ in features, portfolio rule or score days.</exception>
    public static PoolTimeline ReadTimeline(QCAlgorithm algorithm, string key = DefaultIndexKey, ExtensionSet? extensions = null)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        key = Resolve(algorithm, key);
        if (!IsIndex(key))
            return ToTimeline(Read(algorithm, key, extensions));
        if (!algorithm.ObjectStore.ContainsKey(key))
            throw new FileNotFoundException(
                $"AlphaMix: the ObjectStore has no '{key}'. Train dated pools (./alphamix train --walk-forward) and copy the run's storage "
                + "folder over the one beside lean.json.",
                key);
        var folder = key[..^PoolIndex.FileName.Length];
        return new PoolTimeline(PoolIndex.Read(algorithm.ObjectStore.ReadBytes(key), key).Entries.Select(
            entry => KeyValuePair.Create(entry.From, Read(algorithm, folder, entry, extensions))));
    }

    /// <summary>Reads a pool from the ObjectStore, checked as a file is.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore is read.</param>
    /// <param name="key">Its key; LEAN's keys may hold one dot only.</param>
    /// <param name="extensions">Portfolio rules, routers and so on by name; null, the default, for this library's own.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore has no such key.</exception>
    /// <exception cref="ArtifactException">
    /// The key holds no pool, or one that is damaged or needs a newer library or a name that <paramref name="extensions"/> lacks.
    /// </exception>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    public static Pool Read(QCAlgorithm algorithm, string key = DefaultKey, ExtensionSet? extensions = null)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (!algorithm.ObjectStore.ContainsKey(key))
            throw new FileNotFoundException(
                $"AlphaMix: the ObjectStore has no '{key}'. Train a pool (./alphamix train), or copy one to storage/{key} beside "
                + "lean.json.",
                key);
        return PoolArtifact.Read(algorithm.ObjectStore.ReadBytes(key), key, extensions);
    }

    /// <summary>Returns the key that is read: <see cref="DefaultKey"/> finds the index where there is no such pool.</summary>
    internal static string Resolve(QCAlgorithm algorithm, string key) =>
        key == DefaultKey && !algorithm.ObjectStore.ContainsKey(key) && algorithm.ObjectStore.ContainsKey(DefaultIndexKey)
            ? DefaultIndexKey
            : key;

    /// <summary>Returns a single pool as dated ones: it may trade from the day after its last price.</summary>
    internal static PoolTimeline ToTimeline(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new PoolTimeline([new(pool.Manifest.FittedThrough.AddDays(1), pool)]);
    }

    private static Pool Read(QCAlgorithm algorithm, string folder, PoolIndexEntry entry, ExtensionSet? extensions)
    {
        var pool = Read(algorithm, folder + entry.Key, extensions);
        return pool.Manifest.FittedThrough == entry.FittedThrough
            ? pool
            : throw new ArtifactException(
                folder + entry.Key, "alphamix.fittedThrough", PoolIndex.Text(pool.Manifest.FittedThrough),
                $"{PoolIndex.Text(entry.FittedThrough)}, as the index says", "Copy the run's storage folder again, whole.");
    }
}

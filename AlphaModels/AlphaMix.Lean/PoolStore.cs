using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>Finds pools where LEAN algorithms keep things: in the ObjectStore.</summary>
public static class PoolStore
{
    /// <summary>The key under which training leaves the pool: <c>storage/alphamix/pool.safetensors</c> beside lean.json.</summary>
    public const string DefaultKey = "alphamix/pool.safetensors";

    /// <summary>The key under which the index of dated pools lies that <c>train --walk-forward</c> leaves.</summary>
    public const string DefaultIndexKey = "alphamix/" + PoolIndex.FileName;

    /// <summary>Tells whether a key is that of an index of dated pools, not of a pool.</summary>
    public static bool IsIndex(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.EndsWith(PoolIndex.FileName, StringComparison.Ordinal);
    }

    /// <summary>Reads dated pools from the ObjectStore: an index, and every pool that it names beside it. Everything in them is checked.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore is read.</param>
    /// <param name="key">The index's key, or that of a single pool, which then may trade from the day after its last price.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore lacks the index or a pool.</exception>
    /// <exception cref="ArtifactException">An index or pool is damaged, needs a newer library, or was replaced by one fitted later than the index says.</exception>
    /// <exception cref="ArgumentException">The pools do not fit each other.</exception>
    public static PoolTimeline ReadTimeline(QCAlgorithm algorithm, string key = DefaultIndexKey)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (!IsIndex(key))
        {
            var single = Read(algorithm, key);
            return new PoolTimeline([new(single.Manifest.FittedThrough.AddDays(1), single)]);
        }

        if (!algorithm.ObjectStore.ContainsKey(key))
            throw new FileNotFoundException(
                $"AlphaMix: the ObjectStore has no '{key}'. Train dated pools (./alphamix train --walk-forward) and copy the run's storage folder over the one beside lean.json.", key);
        var folder = key[..^PoolIndex.FileName.Length];
        return new PoolTimeline(PoolIndex.Read(algorithm.ObjectStore.ReadBytes(key), key).Entries.Select(entry =>
        {
            var pool = Read(algorithm, folder + entry.Key);
            return pool.Manifest.FittedThrough == entry.FittedThrough
                ? KeyValuePair.Create(entry.From, pool)
                : throw new ArtifactException(folder + entry.Key, "alphamix.fittedThrough", PoolIndex.Text(pool.Manifest.FittedThrough), $"{PoolIndex.Text(entry.FittedThrough)}, as the index says", "Copy the run's storage folder again, whole.");
        }));
    }

    /// <summary>Reads a pool from the ObjectStore. Everything in it is checked.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore is read.</param>
    /// <param name="key">Its key; keys may hold one dot only.</param>
    /// <exception cref="FileNotFoundException">The ObjectStore has no such key.</exception>
    /// <exception cref="ArtifactException">What is there is not a pool, is damaged, or needs a newer library.</exception>
    public static Pool Read(QCAlgorithm algorithm, string key = DefaultKey)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (!algorithm.ObjectStore.ContainsKey(key))
            throw new FileNotFoundException(
                $"AlphaMix: the ObjectStore has no '{key}'. Train a pool (./alphamix train), or copy one to storage/{key} beside lean.json.", key);
        return PoolArtifact.Read(algorithm.ObjectStore.ReadBytes(key), key);
    }
}

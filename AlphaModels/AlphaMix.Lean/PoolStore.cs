using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>Finds pools where LEAN algorithms keep things: in the ObjectStore.</summary>
public static class PoolStore
{
    /// <summary>The key under which training leaves the pool: <c>storage/alphamix/pool.safetensors</c> beside lean.json.</summary>
    public const string DefaultKey = "alphamix/pool.safetensors";

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

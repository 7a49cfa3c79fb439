using System.Security.Cryptography;
using AlphaMix.Core.Artifacts;
using AlphaMix.Core.Pools;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean;

/// <summary>
/// Looks, once a day of live trading, whether the pool or index in the ObjectStore was replaced, and adds what is new to the dated pools. A
/// file that is missing, damaged or does not fit is reported once, and the pools go on as they are.
/// </summary>
internal sealed class PoolReload
{
    private readonly string _key;
    private byte[] _seen;
    private DateOnly _day;

    /// <summary>Initializes a new instance of the <see cref="PoolReload"/> class.</summary>
    /// <param name="algorithm">The algorithm whose ObjectStore is watched.</param>
    /// <param name="key">A key that has been read.</param>
    public PoolReload(QCAlgorithm algorithm, string key)
    {
        _key = PoolStore.Resolve(algorithm, key);
        _seen = Fingerprint(algorithm);
    }

    /// <summary>Adds what is new to the pools; on the first call of a day only.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="day">The trading day that is about to be decided.</param>
    /// <param name="timeline">The pools.</param>
    /// <param name="options">What a new pool has to fit.</param>
    public void Look(QCAlgorithm algorithm, DateOnly day, PoolTimeline timeline, AlphaMixAlphaModelOptions options)
    {
        if (day <= _day)
            return;
        _day = day;

        // The ObjectStore remembers what it has read.
        algorithm.ObjectStore.Clear();
        var found = Fingerprint(algorithm);
        if (found.AsSpan().SequenceEqual(_seen))
            return;
        _seen = found;
        try
        {
            foreach (var (from, pool) in New(algorithm, day, timeline, options))
            {
                options.Validate(pool);
                timeline.Add(from, pool);
                algorithm.Log($"AlphaMix: the pool '{_key}' was replaced: one fitted through {pool.Manifest.FittedThrough:yyyy-MM-dd} "
                    + $"trades from {from:yyyy-MM-dd}.");
            }
        }
        catch (Exception fault) when (fault is ArtifactException or ArgumentException or IOException)
        {
            algorithm.Error(
                $"AlphaMix: the pool '{_key}' was replaced by one that cannot be used; that fitted through "
                + $"{timeline.Last.Manifest.FittedThrough:yyyy-MM-dd} stays. {fault.Message}");
        }
    }

    /// <summary>Returns the pools of an index that come after those there are, or the single pool, which trades at once.</summary>
    private IEnumerable<(DateOnly From, Pool Pool)> New(
        QCAlgorithm algorithm, DateOnly day, PoolTimeline timeline, AlphaMixAlphaModelOptions options)
    {
        if (PoolStore.IsIndex(_key))
            return PoolStore.ReadTimeline(algorithm, _key, options.Extensions).After(timeline.LastFrom);
        var pool = PoolStore.Read(algorithm, _key, options.Extensions);
        var fitted = pool.Manifest.FittedThrough;
        return [(fitted < day ? day : fitted.AddDays(1), pool)];
    }

    private byte[] Fingerprint(QCAlgorithm algorithm) =>
        algorithm.ObjectStore.ContainsKey(_key) ? SHA256.HashData(algorithm.ObjectStore.ReadBytes(_key)) : [];
}

using AlphaMix.Core.Features;

namespace AlphaMix.Core.Pools;

/// <summary>
/// Dated pools: on each day the newest one that may trade then, so that a run over years uses only pools trained before each day. One
/// thread may add pools while others read; a reader sees the list before or after an addition.
/// </summary>
public sealed class PoolTimeline
{
    private volatile Entry[] _entries;

    /// <summary>Initializes a new instance of the <see cref="PoolTimeline"/> class.</summary>
    /// <param name="pools">Pools with the first day on which each may trade, days ascending, at least one.</param>
    /// <exception cref="ArgumentException">
    /// No pool, days that do not ascend, a pool fitted on days that it may trade, or pools that differ in features, portfolio rule or score
    /// days, or scale by instrument.
    /// </exception>
    public PoolTimeline(IEnumerable<KeyValuePair<DateOnly, Pool>> pools)
    {
        _entries = [.. pools.Select(pair => new Entry(pair.Key, pair.Value))];
        if (_entries.Length == 0)
            throw new ArgumentException("Expected at least one dated pool, found none.", nameof(pools));
        for (var i = 0; i < _entries.Length; i++)
            Check(_entries.AsSpan(0, i), _entries[i]);
    }

    /// <summary>Gets the pool that trades first.</summary>
    public Pool First => _entries[0].Pool;

    /// <summary>Gets the pool that trades last.</summary>
    public Pool Last => _entries[^1].Pool;

    /// <summary>Gets the first day on which a pool may trade.</summary>
    public DateOnly From => _entries[0].From;

    /// <summary>Gets the first day on which the last pool may trade.</summary>
    public DateOnly LastFrom => _entries[^1].From;

    /// <summary>Gets the pools, the first to trade first.</summary>
    public IReadOnlyList<Pool> Pools => Array.ConvertAll(_entries, entry => entry.Pool);

    /// <summary>Returns the newest pool that may trade on a day; null before <see cref="From"/>.</summary>
    /// <param name="day">A trading day in the exchange's local time.</param>
    public Pool? At(DateOnly day)
    {
        var entries = _entries;
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].From <= day)
                return entries[i].Pool;
        }

        return null;
    }

    /// <summary>Returns the pools that trade from a later day on, with that day, the first to trade first.</summary>
    /// <param name="day">The day.</param>
    internal IEnumerable<(DateOnly From, Pool Pool)> After(DateOnly day) =>
        _entries.Where(entry => entry.From > day).Select(entry => (entry.From, entry.Pool));

    /// <summary>Adds a newer pool, such as one trained while the algorithm runs. Not safe to call from two threads at once.</summary>
    /// <param name="from">First day on which it may trade; after those of all others.</param>
    /// <param name="pool">The pool.</param>
    /// <exception cref="ArgumentException">
    /// The day is not the latest, the pool was fitted on days that it may trade, differs from the first in features, portfolio rule or
    /// score days, or scales by instrument.
    /// </exception>
    public void Add(DateOnly from, Pool pool)
    {
        var entry = new Entry(from, pool);
        Check(_entries, entry);
        _entries = [.. _entries, entry];
    }

    private static void Check(ReadOnlySpan<Entry> before, Entry entry)
    {
        var (from, pool) = entry;
        ArgumentNullException.ThrowIfNull(pool);
        var fitted = pool.Manifest.FittedThrough;
        if (fitted >= from)
            throw new ArgumentException(
                $"A pool that trades from {from:yyyy-MM-dd} must be fitted on earlier prices, found one fitted through "
                    + $"{fitted:yyyy-MM-dd}.");
        if (before.Length == 0)
            return;
        if (from <= before[^1].From)
            throw new ArgumentException(
                $"Dated pools must have ascending days, found {from:yyyy-MM-dd} after {before[^1].From:yyyy-MM-dd}.");
        var first = before[0].Pool.Manifest;
        var own = pool.Manifest;
        if (own.Features.Window != first.Features.Window || own.Features.Resolution != first.Features.Resolution
            || !own.Features.Features.SequenceEqual(first.Features.Features))
            throw new ArgumentException($"The pool that trades from {from:yyyy-MM-dd} has other features than the first.");
        if (own.Rule.Name != first.Rule.Name || own.Rule.ScoreDays != first.Rule.ScoreDays)
            throw new ArgumentException(
                $"Dated pools must have one portfolio rule, found {own.Rule.Name} over {own.Rule.ScoreDays} days from {from:yyyy-MM-dd} "
                    + $"and "
                + $"{first.Rule.Name} over {first.Rule.ScoreDays} days before.");
        if (own.Scaler == ScalerKind.PerInstrument)
            throw new ArgumentException(
                $"The pool that trades from {from:yyyy-MM-dd} has a {own.Scaler} scaler, which need not know the instruments of the pool "
                    + $"before. Train dated pools with features.scaler pooled, crossSectional or none.");
    }

    private sealed record Entry(DateOnly From, Pool Pool);
}

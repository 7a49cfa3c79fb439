namespace AlphaMix.Core.Pools;

/// <summary>One dated pool of a <see cref="Artifacts.PoolIndex"/>.</summary>
/// <param name="From">First day on which it may trade, after <paramref name="FittedThrough"/>.</param>
/// <param name="FittedThrough">The date of the last price that entered its fit, as its own manifest says.</param>
/// <param name="Key">Its path relative to the index, with one dot as LEAN's ObjectStore demands, such as
/// <c>2016-09-01/pool.safetensors</c>.</param>
public sealed record PoolIndexEntry(DateOnly From, DateOnly FittedThrough, string Key);

namespace AlphaMix.Core.Pools;

/// <summary>One dated pool of an index.</summary>
/// <param name="From">First day on which it may trade, after <paramref name="FittedThrough"/>.</param>
/// <param name="FittedThrough">The date of the last price that entered its fit.</param>
/// <param name="Key">Where it lies, relative to the index, such as <c>2016-09-01/pool.safetensors</c>.</param>
public sealed record PoolIndexEntry(DateOnly From, DateOnly FittedThrough, string Key);

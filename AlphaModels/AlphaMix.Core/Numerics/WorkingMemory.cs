namespace AlphaMix.Core.Numerics;

/// <summary>
/// Reusable arrays for a router or forecaster from outside the library: each slot grows to the longest length asked for, and from then on
/// nothing is allocated. Not thread-safe: one a thread.
/// </summary>
public sealed class WorkingMemory
{
    private float[][] _floats = [];
    private int[][] _integers = [];

    /// <summary>Returns an array of floats; its values are left over from earlier use.</summary>
    /// <param name="slot">Number of the array, from 0: arrays in use at the same time need a slot each.</param>
    /// <param name="length">Its length.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slot"/> is negative.</exception>
    public Span<float> Floats(int slot, int length) => Take(ref _floats, slot, length);

    /// <summary>
    /// Returns an array of integers; its values are left over from earlier use, its slots are apart from <see cref="Floats"/>.
    /// </summary>
    /// <param name="slot">Number of the array, from 0: arrays in use at the same time need a slot each.</param>
    /// <param name="length">Its length.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slot"/> is negative.</exception>
    public Span<int> Integers(int slot, int length) => Take(ref _integers, slot, length);

    private static Span<T> Take<T>(ref T[][] arrays, int slot, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        if (arrays.Length <= slot)
            arrays = [.. arrays, .. Enumerable.Repeat(Array.Empty<T>(), slot + 1 - arrays.Length)];
        if (arrays[slot].Length < length)
            arrays[slot] = new T[length];
        return arrays[slot].AsSpan(0, length);
    }
}

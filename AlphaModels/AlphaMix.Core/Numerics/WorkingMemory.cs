namespace AlphaMix.Core.Numerics;

/// <summary>
/// Arrays that an extension works in: each grows to the longest asked for, and from then on nothing is allocated. What is in one is
/// undefined when it is taken. One caller at a time.
/// </summary>
public sealed class WorkingMemory
{
    private float[][] _floats = [];
    private int[][] _integers = [];

    /// <summary>Returns floats.</summary>
    /// <param name="slot">Which array, from 0: arrays in use at the same time need a slot each.</param>
    /// <param name="length">How many.</param>
    public Span<float> Floats(int slot, int length) => Take(ref _floats, slot, length);

    /// <summary>Returns integers; their slots are apart from those of <see cref="Floats"/>.</summary>
    /// <param name="slot">Which array, from 0: arrays in use at the same time need a slot each.</param>
    /// <param name="length">How many.</param>
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

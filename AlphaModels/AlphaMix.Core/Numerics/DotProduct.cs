using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaMix.Core.Numerics;

/// <summary>Inner products over 16 virtual lanes with a fixed reduction tree: the same bits whatever the width of the machine's vectors.</summary>
public static class DotProduct
{
    private const int Lanes = 16;

    /// <summary>Gives the inner product of two vectors of one length.</summary>
    /// <remarks>
    /// Element i goes to lane i mod 16 by a fused multiply-add, in order; lanes are then added as halves: 16 to 8 to 4 to 2 to 1.
    /// </remarks>
    public static float Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
            throw new ArgumentException($"Vectors of one length are needed, found {left.Length} and {right.Length}.");
        Span<float> lanes = stackalloc float[Lanes];
        lanes.Clear();
        var i = Vector512.IsHardwareAccelerated ? Of512(left, right, lanes)
            : Vector256.IsHardwareAccelerated ? Of256(left, right, lanes)
            : 0;
        for (; i < left.Length; i++)
            lanes[i % Lanes] = MathF.FusedMultiplyAdd(left[i], right[i], lanes[i % Lanes]);
        for (var half = Lanes / 2; half > 0; half /= 2)
            for (var lane = 0; lane < half; lane++)
                lanes[lane] += lanes[lane + half];
        return lanes[0];
    }

    private static int Of512(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> lanes)
    {
        var whole = left.Length - left.Length % Lanes;
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < whole; i += Lanes)
            sum = Vector512.FusedMultiplyAdd(Load(left, i), Load(right, i), sum);
        sum.CopyTo(lanes);
        return whole;
    }

    private static int Of256(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> lanes)
    {
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        var whole = left.Length - left.Length % Lanes;
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)whole; i += Lanes)
        {
            low = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref l, i), Vector256.LoadUnsafe(ref r, i), low);
            high = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref l, i + 8), Vector256.LoadUnsafe(ref r, i + 8), high);
        }

        low.CopyTo(lanes);
        high.CopyTo(lanes[8..]);
        return whole;
    }

    private static Vector512<float> Load(ReadOnlySpan<float> values, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);
}

using System.Runtime.CompilerServices;
using AlphaMix.Core.Numerics.Simd;

namespace AlphaMix.Core.Numerics;

/// <summary>
/// The inner loops of <see cref="MatrixProduct"/>: a few rows by one or two vectors of C, summed in registers. Per k: one row of B is
/// loaded once, one element of each row of A is broadcast.
/// </summary>
/// <remarks>
/// Eight by two uses 19 of the 32 registers of AVX-512 and hides the latency of its multiply-add; four by two fits the 16 of AVX2.
/// Parameters: first row of A and the offsets of the others; distance of two elements in a row of A; B and C at the tile's first column,
/// with <c>stride</c> columns; depth; all rows of C and the tile's first. Rows past the last repeat it.
/// </remarks>
internal static unsafe class ProductTile
{
    /// <summary>Rows of the largest tile.</summary>
    public const int Rows = 8;

    /// <summary>8 rows by 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByTwo<TSimd, TVector>(
        float* a, nint* offsets, nint step, float* b, nint stride, int depth, float* c, int rows, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        nint o1 = offsets[1], o2 = offsets[2], o3 = offsets[3], o4 = offsets[4], o5 = offsets[5], o6 = offsets[6], o7 = offsets[7];
        TVector l0 = default, r0 = default;
        TVector l1 = default, r1 = default;
        TVector l2 = default, r2 = default;
        TVector l3 = default, r3 = default;
        TVector l4 = default, r4 = default;
        TVector l5 = default, r5 = default;
        TVector l6 = default, r6 = default;
        TVector l7 = default, r7 = default;
        for (var k = 0; k < depth; k++)
        {
            var left = TSimd.Load(b);
            var right = TSimd.Load(b + TSimd.Width);
            var x = TSimd.Broadcast(*a);
            l0 = TSimd.FusedMultiplyAdd(x, left, l0);
            r0 = TSimd.FusedMultiplyAdd(x, right, r0);
            x = TSimd.Broadcast(a[o1]);
            l1 = TSimd.FusedMultiplyAdd(x, left, l1);
            r1 = TSimd.FusedMultiplyAdd(x, right, r1);
            x = TSimd.Broadcast(a[o2]);
            l2 = TSimd.FusedMultiplyAdd(x, left, l2);
            r2 = TSimd.FusedMultiplyAdd(x, right, r2);
            x = TSimd.Broadcast(a[o3]);
            l3 = TSimd.FusedMultiplyAdd(x, left, l3);
            r3 = TSimd.FusedMultiplyAdd(x, right, r3);
            x = TSimd.Broadcast(a[o4]);
            l4 = TSimd.FusedMultiplyAdd(x, left, l4);
            r4 = TSimd.FusedMultiplyAdd(x, right, r4);
            x = TSimd.Broadcast(a[o5]);
            l5 = TSimd.FusedMultiplyAdd(x, left, l5);
            r5 = TSimd.FusedMultiplyAdd(x, right, r5);
            x = TSimd.Broadcast(a[o6]);
            l6 = TSimd.FusedMultiplyAdd(x, left, l6);
            r6 = TSimd.FusedMultiplyAdd(x, right, r6);
            x = TSimd.Broadcast(a[o7]);
            l7 = TSimd.FusedMultiplyAdd(x, left, l7);
            r7 = TSimd.FusedMultiplyAdd(x, right, r7);
            a += step;
            b += stride;
        }

        var last = rows - 1;
        Store<TSimd, TVector>(l0, r0, c + Math.Min(row + 0, last) * stride);
        Store<TSimd, TVector>(l1, r1, c + Math.Min(row + 1, last) * stride);
        Store<TSimd, TVector>(l2, r2, c + Math.Min(row + 2, last) * stride);
        Store<TSimd, TVector>(l3, r3, c + Math.Min(row + 3, last) * stride);
        Store<TSimd, TVector>(l4, r4, c + Math.Min(row + 4, last) * stride);
        Store<TSimd, TVector>(l5, r5, c + Math.Min(row + 5, last) * stride);
        Store<TSimd, TVector>(l6, r6, c + Math.Min(row + 6, last) * stride);
        Store<TSimd, TVector>(l7, r7, c + Math.Min(row + 7, last) * stride);
    }

    /// <summary>4 rows by 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByTwo<TSimd, TVector>(
        float* a, nint* offsets, nint step, float* b, nint stride, int depth, float* c, int rows, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        nint o1 = offsets[1], o2 = offsets[2], o3 = offsets[3];
        TVector l0 = default, r0 = default;
        TVector l1 = default, r1 = default;
        TVector l2 = default, r2 = default;
        TVector l3 = default, r3 = default;
        for (var k = 0; k < depth; k++)
        {
            var left = TSimd.Load(b);
            var right = TSimd.Load(b + TSimd.Width);
            var x = TSimd.Broadcast(*a);
            l0 = TSimd.FusedMultiplyAdd(x, left, l0);
            r0 = TSimd.FusedMultiplyAdd(x, right, r0);
            x = TSimd.Broadcast(a[o1]);
            l1 = TSimd.FusedMultiplyAdd(x, left, l1);
            r1 = TSimd.FusedMultiplyAdd(x, right, r1);
            x = TSimd.Broadcast(a[o2]);
            l2 = TSimd.FusedMultiplyAdd(x, left, l2);
            r2 = TSimd.FusedMultiplyAdd(x, right, r2);
            x = TSimd.Broadcast(a[o3]);
            l3 = TSimd.FusedMultiplyAdd(x, left, l3);
            r3 = TSimd.FusedMultiplyAdd(x, right, r3);
            a += step;
            b += stride;
        }

        var last = rows - 1;
        Store<TSimd, TVector>(l0, r0, c + Math.Min(row + 0, last) * stride);
        Store<TSimd, TVector>(l1, r1, c + Math.Min(row + 1, last) * stride);
        Store<TSimd, TVector>(l2, r2, c + Math.Min(row + 2, last) * stride);
        Store<TSimd, TVector>(l3, r3, c + Math.Min(row + 3, last) * stride);
    }

    /// <summary>8 rows by 1 vector, for the columns that are left over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByOne<TSimd, TVector>(
        float* a, nint* offsets, nint step, float* b, nint stride, int depth, float* c, int rows, int row)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        nint o1 = offsets[1], o2 = offsets[2], o3 = offsets[3], o4 = offsets[4], o5 = offsets[5], o6 = offsets[6], o7 = offsets[7];
        TVector s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (var k = 0; k < depth; k++)
        {
            var right = TSimd.Load(b);
            s0 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(*a), right, s0);
            s1 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o1]), right, s1);
            s2 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o2]), right, s2);
            s3 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o3]), right, s3);
            s4 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o4]), right, s4);
            s5 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o5]), right, s5);
            s6 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o6]), right, s6);
            s7 = TSimd.FusedMultiplyAdd(TSimd.Broadcast(a[o7]), right, s7);
            a += step;
            b += stride;
        }

        var last = rows - 1;
        TSimd.Store(s0, c + Math.Min(row + 0, last) * stride);
        TSimd.Store(s1, c + Math.Min(row + 1, last) * stride);
        TSimd.Store(s2, c + Math.Min(row + 2, last) * stride);
        TSimd.Store(s3, c + Math.Min(row + 3, last) * stride);
        TSimd.Store(s4, c + Math.Min(row + 4, last) * stride);
        TSimd.Store(s5, c + Math.Min(row + 5, last) * stride);
        TSimd.Store(s6, c + Math.Min(row + 6, last) * stride);
        TSimd.Store(s7, c + Math.Min(row + 7, last) * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TSimd, TVector>(TVector left, TVector right, float* target)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TSimd.Store(left, target);
        TSimd.Store(right, target + TSimd.Width);
    }
}

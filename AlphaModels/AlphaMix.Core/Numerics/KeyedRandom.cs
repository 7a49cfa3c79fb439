using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlphaMix.Core.Numerics;

/// <summary>A stream of random numbers that is a pure function of its key, never of scheduling or of what was drawn elsewhere.</summary>
/// <remarks>
/// Generator: xoshiro256** (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators"); its state is filled by
/// SplitMix64 from the key. Bounded integers by Lemire's method (2019, arXiv:1805.10941). Not thread-safe; one stream, one user.
/// </remarks>
public sealed class KeyedRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Initializes a new instance of the <see cref="KeyedRandom"/> class.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What the numbers are for, so that two uses of one seed are independent.</param>
    /// <param name="first">First part of the key, for example the group.</param>
    /// <param name="second">Second part of the key, for example the epoch.</param>
    public KeyedRandom(long seed, RandomPurpose purpose, int first = 0, int second = 0)
    {
        var state = Mix((ulong)seed);
        state = Mix(state ^ (ulong)(int)purpose);
        state = Mix(state ^ (uint)first);
        state = Mix(state ^ (uint)second);
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>Returns 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Returns a uniform number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns a uniform number in [-<paramref name="bound"/>, <paramref name="bound"/>].</summary>
    /// <param name="bound">Finite; rounding to single precision may reach the upper end.</param>
    public float NextSymmetric(float bound) => (float)((2 * NextDouble() - 1) * bound);

    /// <summary>Returns a uniform integer in [0, <paramref name="bound"/>), without modulo bias.</summary>
    /// <param name="bound">Number of outcomes, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is not positive.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (uint)bound;
        var product = (NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            var threshold = unchecked(0u - range) % range;
            while ((uint)product < threshold)
                product = (NextBits() >> 32) * range;
        }

        return (int)(product >> 32);
    }

    /// <summary>Returns a standard normal number (mean 0, variance 1).</summary>
    /// <remarks>Marsaglia's polar method with <see cref="ExactMath.Log"/>, so that every machine draws the same numbers.</remarks>
    public double NextNormal()
    {
        while (true)
        {
            var x = 2 * NextDouble() - 1;
            var y = 2 * NextDouble() - 1;
            var square = x * x + y * y;
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * ExactMath.Log(square) / square);
        }
    }

    /// <summary>Shuffles <paramref name="items"/> in place, every order equally likely (Fisher and Yates).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong value) => SplitMix(ref value);

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

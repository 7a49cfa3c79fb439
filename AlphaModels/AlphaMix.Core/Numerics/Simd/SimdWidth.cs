namespace AlphaMix.Core.Numerics.Simd;

/// <summary>The width of the vectors that kernels use, in 32-bit lanes. It changes the speed, never a bit of a result.</summary>
public enum SimdWidth
{
    /// <summary>No vectors: one value at a time.</summary>
    Scalar = 1,

    /// <summary>4 lanes (Arm).</summary>
    Vector128 = 4,

    /// <summary>8 lanes (AVX2 with FMA).</summary>
    Vector256 = 8,

    /// <summary>16 lanes (AVX-512).</summary>
    Vector512 = 16
}

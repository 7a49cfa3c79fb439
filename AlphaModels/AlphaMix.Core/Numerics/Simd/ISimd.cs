namespace AlphaMix.Core.Numerics.Simd;

/// <summary>
/// The few operations kernels are written in, once for all vector widths. Each works lane by lane and rounds once, so a kernel whose
/// lanes never mix gives the same bits at every width.
/// </summary>
/// <typeparam name="TVector">The vector type: <c>Vector512&lt;float&gt;</c> down to a plain <c>float</c>.</typeparam>
internal unsafe interface ISimd<TVector>
    where TVector : struct
{
    /// <summary>Gets the number of lanes.</summary>
    static abstract int Width { get; }

    /// <summary>Returns a vector with the value in all lanes.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>Reads <see cref="Width"/> consecutive floats, aligned or not.</summary>
    static abstract TVector Load(float* source);

    /// <summary>Writes <see cref="Width"/> consecutive floats, aligned or not.</summary>
    static abstract void Store(TVector value, float* target);

    /// <summary>Returns x + y.</summary>
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>Returns x * y.</summary>
    static abstract TVector Multiply(TVector x, TVector y);

    /// <summary>Returns x / y.</summary>
    static abstract TVector Divide(TVector x, TVector y);

    /// <summary>Returns the square root.</summary>
    static abstract TVector Sqrt(TVector x);

    /// <summary>Returns x * y + z, rounded once.</summary>
    static abstract TVector FusedMultiplyAdd(TVector x, TVector y, TVector z);

    /// <summary>
    /// Gives, per lane, <paramref name="positive"/> where <paramref name="test"/> &gt; 0, else <paramref name="other"/> (also for NaN).
    /// </summary>
    static abstract TVector SelectPositive(TVector test, TVector positive, TVector other);
}

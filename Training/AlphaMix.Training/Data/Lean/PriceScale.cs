using System.Runtime.CompilerServices;

namespace AlphaMix.Training.Data.Lean;

/// <summary>A factor from prices in deci-cents, as LEAN's files print them, to adjusted dollars.</summary>
/// <remarks>
/// LEAN multiplies in decimal, and the plugin sees that product as a double. Where product and factor are short enough to be exact in
/// decimal, the same double is had from a whole product and one division, which is how decimal itself is turned into a double.
/// </remarks>
internal readonly struct PriceScale
{
    // A decimal has 96 bits and up to 28 decimals, four of which are the deci-cents'.
    private const int MostDecimals = 28 - PriceDecimals;
    private const int PriceDecimals = 4;
    private const double TwoTo64 = 18446744073709551616.0;

    private static readonly double[] PowersOfTen =
    [
        1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26,
        1e27, 1e28
    ];

    private readonly decimal _factor;
    private readonly ulong _digits;
    private readonly double _divisor;
    private readonly bool _isShort;
    private readonly bool _isOne;

    /// <summary>Initializes a new instance of the <see cref="PriceScale"/> struct.</summary>
    /// <param name="factor">The factor, positive.</param>
    public PriceScale(decimal factor)
    {
        _factor = factor;
        _isOne = factor == 1m;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(factor, bits);
        var decimals = (bits[3] >> 16) & 0xFF;
        _isShort = bits[2] == 0 && decimals <= MostDecimals;
        if (!_isShort)
            return;
        _digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        _divisor = PowersOfTen[decimals];
    }

    /// <summary>Returns the adjusted price.</summary>
    /// <param name="deciCents">A price in deci-cents, positive.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Apply(double deciCents)
    {
        if (_isOne)
            return deciCents / LeanBarFile.DeciCents;
        var whole = (ulong)deciCents;
        if (_isShort && whole == deciCents)
        {
            var high = Math.BigMul(whole, _digits, out var low);
            if (high <= uint.MaxValue)
                return (low + high * TwoTo64) / _divisor;
        }

        return InDecimal(deciCents);
    }

    /// <summary>Returns the adjusted price by decimal arithmetic: what <see cref="Apply"/> must equal.</summary>
    /// <param name="deciCents">A price in deci-cents.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal double InDecimal(double deciCents)
    {
        var whole = (long)deciCents;
        // Four decimals, as LEAN's product of the printed integer and 0.0001 has them.
        return whole == deciCents
            ? (double)(new decimal((int)whole, (int)(whole >> 32), 0, false, PriceDecimals) * _factor)
            : (double)((decimal)deciCents * 0.0001m * _factor);
    }
}

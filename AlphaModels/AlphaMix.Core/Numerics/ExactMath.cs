using System.Runtime.CompilerServices;

namespace AlphaMix.Core.Numerics;

/// <summary>
/// Exponential and logarithm from IEEE additions, multiplications and divisions alone, so that every machine gives the same bits
/// (the C library's differ between systems). Relative error below 1e-14; NaN in, NaN out.
/// </summary>
public static class ExactMath
{
    private const double Log2High = 0.693147180369123816490;
    private const double Log2Low = 1.90821492927058770002e-10;
    private const double InverseLog2 = 1.44269504088896338700;

    /// <summary>Returns e to the power <paramref name="x"/>; 0 below -745, infinity above 709.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 709.0)
            return double.PositiveInfinity;
        if (x < -745.0)
            return 0;

        // x = n log 2 + r with |r| <= log(2) / 2; the Taylor series of exp(r) to r^13 is exact to the last bit or two.
        var n = Math.Round(x * InverseLog2);
        var r = x - n * Log2High - n * Log2Low;
        var high = 1 / 5040.0 + r * (1 / 40320.0 + r * (1 / 362880.0 + r * (1 / 3628800.0
            + r * (1 / 39916800.0 + r * (1 / 479001600.0 + r * (1 / 6227020800.0))))));
        var sum = 1 + r * (1 + r * (1 / 2.0 + r * (1 / 6.0 + r * (1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + r * high))))));

        // In two factors: below 2^-1022 only the second rounds.
        var half = (int)n / 2;
        return sum * PowerOfTwo(half) * PowerOfTwo((int)n - half);
    }

    /// <summary>Returns the natural logarithm of <paramref name="x"/>; NaN below 0, minus infinity at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x))
            return x;

        // x = 2^e m with m in [sqrt(1/2), sqrt(2)); log m = 2 artanh((m - 1) / (m + 1)), an odd series.
        var e = Math.ILogB(x);
        var m = Math.ScaleB(x, -e);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            e++;
        }

        var z = (m - 1) / (m + 1);
        var square = z * z;
        var high = 1 / 11.0 + square * (1 / 13.0 + square * (1 / 15.0 + square * (1 / 17.0 + square * (1 / 19.0 + square * (1 / 21.0)))));
        var sum = 1 + square * (1 / 3.0 + square * (1 / 5.0 + square * (1 / 7.0 + square * (1 / 9.0 + square * high))));
        return e * Log2High + (2 * z * sum + e * Log2Low);
    }

    /// <summary>Returns the logistic function 1 / (1 + exp(-<paramref name="x"/>)), in [0, 1].</summary>
    public static double Sigmoid(double x) => 1 / (1 + Exp(-x));

    /// <summary>Returns log(1 + exp(<paramref name="x"/>)) without overflow.</summary>
    public static double Softplus(double x) => x > 0 ? x + Log(1 + Exp(-x)) : Log(1 + Exp(x));

    // For exponents of normal numbers.
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);
}

using AlphaMix.Core.Numerics;
using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Factors;

/// <summary>The factors that every evaluation is held against, besides 1/N. All use closes and volumes up to the decision alone.</summary>
/// <remarks>
/// Low volatility: Ang, Hodrick, Xing and Zhang (2006), Journal of Finance 61(1), of total returns. Low beta: Frazzini and Pedersen (2014),
/// Journal of Financial Economics 111(1), as a plain regression on the mean return of all instruments. Momentum: Jegadeesh and Titman
/// (1993), Journal of Finance 48(1). Reversal: Lehmann (1990), Quarterly Journal of Economics 105(1), over a week. Dollar volume:
/// Brennan, Chordia and Subrahmanyam (1998), Journal of Financial Economics 49(3). Departures: one long portfolio of a quarter of the
/// names each, not a long and a short one, since those who compare themselves with 1/N buy.
/// </remarks>
internal static class FactorList
{
    private const int Year = 252;
    private const int Month = 21;

    /// <summary>Gets the factors.</summary>
    public static IReadOnlyList<Factor> All { get; } =
    [
        new("lowVolatility", "low volatility", "lowest standard deviation of the last 60 returns", 61, false,
            bars => -Moments.Compute(bars.Returns(60)).Deviation),
        new("lowBeta", "low beta", "lowest slope on the mean return of all instruments, last 252 returns", Year + 1, false,
            bars => -Beta(bars.Returns(Year), bars.Market(Year))),
        new("momentum", "momentum", "highest return from 252 to 21 bars before the decision", Year + 1, false,
            bars => bars.Return(Year, Month)),
        new("reversal", "reversal", "lowest return over the last 5 bars", 6, false, bars => -bars.Return(5, 0)),
        new("dollarVolume", "dollar volume", "highest median dollar volume of the last 20 bars", 20, true,
            bars => LogMedian(bars.DollarVolumes(20)))
    ];

    private static double Beta(ReadOnlySpan<double> own, ReadOnlySpan<double> market)
    {
        var (sumOwn, sumMarket, squares, products) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < own.Length; i++)
        {
            sumOwn += own[i];
            sumMarket += market[i];
            squares += market[i] * market[i];
            products += own[i] * market[i];
        }

        var variance = squares - sumMarket * sumMarket / own.Length;
        return variance > 0 ? (products - sumOwn * sumMarket / own.Length) / variance : double.NaN;
    }

    // The logarithm keeps the order, and large amounts apart where scores are squeezed into [0, 1].
    private static double LogMedian(ReadOnlySpan<double> volumes)
    {
        Span<double> sorted = stackalloc double[volumes.Length];
        volumes.CopyTo(sorted);
        sorted.Sort();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return median > 0 ? ExactMath.Log(median) : double.NaN;
    }
}

using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Evaluation.Metrics;

/// <summary>The usual metrics: compounded, annualised with 252 days, risk-free rate 0. A value that is not defined is NaN.</summary>
public sealed record CompoundedMetrics
{
    /// <summary>Trading days in a year.</summary>
    public const int DaysPerYear = TradingYear.Days;

    /// <summary>
    /// Gets the annualised return in percent: <c>(1 + total)^(252 / days) - 1</c>; -100 after a total loss, NaN without days.
    /// </summary>
    public required double AnnualisedReturn { get; init; }

    /// <summary>
    /// Gets the annualised volatility in percent: standard deviation with divisor n - 1, times sqrt(252); NaN with fewer than two days.
    /// </summary>
    public required double AnnualisedVolatility { get; init; }

    /// <summary>Gets the Sharpe ratio: mean / standard deviation * sqrt(252); NaN without variation.</summary>
    public required double Sharpe { get; init; }

    /// <summary>Gets the Sortino ratio: mean / root mean square of min(return, 0) over all days * sqrt(252); NaN without a loss.</summary>
    public required double Sortino { get; init; }

    /// <summary>Gets the Calmar ratio: annualised return / maximum drawdown; NaN without a drawdown.</summary>
    public required double Calmar { get; init; }

    /// <summary>Gets the maximum drawdown of the compounded equity in percent of its peak; 0 without a loss.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>Gets the total return in percent, compounded; 0 without days.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>Measures daily returns.</summary>
    /// <param name="dailyReturns">One return a day, as fractions (0.01 is one percent), finite, not below -1.</param>
    public static CompoundedMetrics From(ReadOnlySpan<double> dailyReturns)
    {
        var all = Moments.Compute(dailyReturns);
        var (equity, squaredLosses) = (1.0, 0.0);
        foreach (var value in dailyReturns)
        {
            equity *= 1 + value;
            squaredLosses += Math.Min(value, 0) * Math.Min(value, 0);
        }

        var deviation = all.SampleDeviation;
        var downside = Math.Sqrt(squaredLosses / all.Count);
        var drawdown = Drawdown.OfProducts(dailyReturns);
        var annual = Annualise(equity, all.Count);
        var year = Math.Sqrt(DaysPerYear);
        return new CompoundedMetrics
        {
            AnnualisedReturn = 100 * annual,
            AnnualisedVolatility = 100 * deviation * year,
            Sharpe = deviation > 0 ? all.Mean / deviation * year : double.NaN,
            Sortino = downside > 0 ? all.Mean / downside * year : double.NaN,
            Calmar = drawdown > 0 ? annual / drawdown : double.NaN,
            MaxDrawdown = 100 * drawdown,
            TotalReturn = 100 * (equity - 1)
        };
    }

    // ExactMath rather than Math.Pow: the same digits on every system.
    private static double Annualise(double equity, int days)
    {
        if (days == 0)
            return double.NaN;
        return equity <= 0 ? -1 : ExactMath.Exp(ExactMath.Log(equity) * DaysPerYear / days) - 1;
    }
}

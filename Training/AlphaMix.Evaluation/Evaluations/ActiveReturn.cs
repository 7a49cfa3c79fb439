using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The daily returns of one portfolio less those of another on the same days.</summary>
/// <param name="Over">The other's name, such as <c>1/N</c>.</param>
/// <param name="Yearly">Mean daily difference times 252, a fraction.</param>
/// <param name="InformationRatio">
/// Mean over standard deviation (divisor n) of the daily differences times the root of 252, with its two-sided interval
/// (<see cref="SharpeBootstrap"/>); NaN without variation.
/// </param>
public sealed record ActiveReturn(string Over, double Yearly, ConfidenceInterval InformationRatio)
{
    /// <summary>Compares two portfolios.</summary>
    /// <param name="over">The other's name.</param>
    /// <param name="own">Daily returns of the one, as fractions.</param>
    /// <param name="other">Daily returns of the other, as many.</param>
    /// <param name="bootstrap">How to resample.</param>
    /// <exception cref="ArgumentException">The numbers of days differ.</exception>
    public static ActiveReturn Compute(string over, double[] own, double[] other, BootstrapOptions bootstrap)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        var active = ActiveReturns.Daily(own, other);
        return new ActiveReturn(
            over, TradingYear.Days * active.Average(), SharpeBootstrap.Interval(active, bootstrap).Times(Math.Sqrt(TradingYear.Days)));
    }
}

using AlphaMix.Core.Portfolios;
using AlphaMix.Evaluation.Metrics;
using AlphaMix.Evaluation.Statistics;

namespace AlphaMix.Evaluation.Evaluations;

/// <summary>The daily returns of one portfolio less those of another on the same days.</summary>
/// <param name="Over">The other's name, such as <c>1/N</c>.</param>
/// <param name="Yearly">Mean daily difference times 252: a fraction a year, arithmetic, not compounded.</param>
/// <param name="InformationRatio">
/// Mean over standard deviation (divisor n) of the daily differences times the root of 252, so a year, with its two-sided interval
/// (<see cref="SharpeBootstrap"/>); all NaN with fewer than <see cref="SharpeBootstrap.FewestDays"/> days or without variation.
/// </param>
public sealed record ActiveReturn(string Over, double Yearly, ConfidenceInterval InformationRatio)
{
    /// <summary>Computes the active return of one portfolio over another.</summary>
    /// <param name="over">The other's name.</param>
    /// <param name="own">Daily returns of the one, as fractions, finite, shape <c>(days)</c>; at least one day.</param>
    /// <param name="other">Daily returns of the other on the same days, both before costs or both after them.</param>
    /// <param name="bootstrap">Seed, resamples and level of the interval.</param>
    /// <exception cref="ArgumentException">The numbers of days differ, or the bootstrap's options are not valid.</exception>
    /// <exception cref="InvalidOperationException">There are no days.</exception>
    public static ActiveReturn Compute(string over, double[] own, double[] other, BootstrapOptions bootstrap)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        var active = ActiveReturns.Daily(own, other);
        return new ActiveReturn(
            over, TradingYear.Days * active.Average(), SharpeBootstrap.Interval(active, bootstrap).Times(Math.Sqrt(TradingYear.Days)));
    }
}

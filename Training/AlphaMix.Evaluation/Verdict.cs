namespace AlphaMix.Evaluation;

/// <summary>
/// Whether a router showed an edge: after costs, better than 1/N by more than chance gives the best of so many routers, and better than 95 of
/// 100 relabelled portfolios.
/// </summary>
/// <param name="BeatsEqualWeight">Its net Sharpe ratio is above 1/N's.</param>
/// <param name="BeyondChance">
/// The one-sided 95 % lower bound of that difference is above 0, corrected for the number of routers: <see cref="RouterStatistics.DifferenceP"/>
/// is at most <see cref="ChanceBar"/>.
/// </param>
/// <param name="BeatsRelabelled">Its net Sharpe ratio is at or above the 95th percentile of its relabelled portfolios after costs.</param>
public sealed record Verdict(bool BeatsEqualWeight, bool BeyondChance, bool BeatsRelabelled)
{
    /// <summary>The percentile to reach among relabelled portfolios: a router that knows nothing does so once in twenty.</summary>
    public const double Bar = 0.95;

    /// <summary>The largest p-value of the difference to 1/N that still counts: routers no better than 1/N reach it once in twenty, all taken together.</summary>
    public const double ChanceBar = 0.05;

    /// <summary>Gets a value indicating whether all hold.</summary>
    public bool HasEdge => BeatsEqualWeight && BeyondChance && BeatsRelabelled;

    /// <summary>Judges a router; what is not defined (NaN) beats nothing.</summary>
    public static Verdict Of(RouterEvaluation router, EqualWeightEvaluation equalWeight)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(equalWeight);
        return new Verdict(
            router.Net.Paper.SharpeRatio > equalWeight.Net.Paper.SharpeRatio,
            router.Statistics.DifferenceP <= ChanceBar,
            router.PercentileAmongRelabelledNet >= Bar);
    }
}

namespace AlphaMix.Evaluation;

/// <summary>Whether a router showed an edge: after costs, better than 1/N and than 95 of 100 relabelled portfolios.</summary>
/// <param name="BeatsEqualWeight">Its net Sharpe ratio is above 1/N's.</param>
/// <param name="BeatsRelabelled">Its net Sharpe ratio is at or above the 95th percentile of its relabelled portfolios after costs.</param>
public sealed record Verdict(bool BeatsEqualWeight, bool BeatsRelabelled)
{
    /// <summary>The percentile to reach among relabelled portfolios: a router that knows nothing does so once in twenty.</summary>
    public const double Bar = 0.95;

    /// <summary>Gets a value indicating whether both hold.</summary>
    public bool HasEdge => BeatsEqualWeight && BeatsRelabelled;

    /// <summary>Judges a router; what is not defined (NaN) beats nothing.</summary>
    public static Verdict Of(RouterEvaluation router, EqualWeightEvaluation equalWeight)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(equalWeight);
        return new Verdict(
            router.Net.Paper.SharpeRatio > equalWeight.Net.Paper.SharpeRatio, router.PercentileAmongRelabelledNet >= Bar);
    }
}

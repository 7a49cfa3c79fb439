namespace AlphaMix.Evaluation;

/// <summary>
/// Whether a router showed an edge: after costs, better than 1/N by more than chance gives the best of so many routers, and better than nearly all
/// of its relabelled portfolios, both at one level.
/// </summary>
/// <param name="BeatsEqualWeight">Its net Sharpe ratio is above 1/N's.</param>
/// <param name="BeyondChance">
/// The one-sided lower bound of that difference is above 0, corrected for the number of routers: <see cref="RouterStatistics.DifferenceP"/> is at
/// most the level.
/// </param>
/// <param name="BeatsRelabelled">Its net Sharpe ratio is at or above the (1 - level) percentile of its relabelled portfolios after costs.</param>
public sealed record Verdict(bool BeatsEqualWeight, bool BeyondChance, bool BeatsRelabelled)
{
    /// <summary>
    /// The level unless another is asked for: of evaluations in which no router is better than 1/N, at most one in a hundred may find an edge. Users try
    /// many configurations, and each is another draw.
    /// </summary>
    public const double DefaultLevel = 0.01;

    /// <summary>Gets a value indicating whether all hold.</summary>
    public bool HasEdge => BeatsEqualWeight && BeyondChance && BeatsRelabelled;

    /// <summary>Judges a router of an evaluation at its level; what is not defined (NaN) beats nothing.</summary>
    /// <param name="router">One of the evaluation's routers.</param>
    /// <param name="result">The evaluation.</param>
    public static Verdict Of(RouterEvaluation router, EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(router, result.EqualWeight, result.Level);
    }

    /// <summary>Judges a router; what is not defined (NaN) beats nothing.</summary>
    /// <param name="router">The router.</param>
    /// <param name="equalWeight">1/N on the same days.</param>
    /// <param name="level">The share of false edges to accept, in (0, 1).</param>
    public static Verdict Of(RouterEvaluation router, EqualWeightEvaluation equalWeight, double level = DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(router);
        ArgumentNullException.ThrowIfNull(equalWeight);
        return new Verdict(
            router.Net.Paper.SharpeRatio > equalWeight.Net.Paper.SharpeRatio,
            router.Statistics.DifferenceP <= level,
            router.PercentileAmongRelabelledNet >= 1 - level);
    }
}

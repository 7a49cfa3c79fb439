namespace AlphaMix.Evaluation.Statistics;

/// <summary>One portfolio's returns regressed on those of others. A value that is not defined is NaN.</summary>
internal sealed record FactorFit
{
    /// <summary>
    /// Gets alpha, the mean daily return that the slopes leave, as a fraction, with its interval by the bootstrap.
    /// </summary>
    public required ConfidenceInterval Alpha { get; init; }

    /// <summary>Gets alpha over its standard error (<see cref="NeweyWest"/>); about standard normal when the true alpha is 0.</summary>
    public required double AlphaT { get; init; }

    /// <summary>Gets the slopes, one a regressor.</summary>
    public required double[] Betas { get; init; }

    /// <summary>Gets the slopes over their standard errors, as <see cref="AlphaT"/>.</summary>
    public required double[] BetaTs { get; init; }

    /// <summary>Gets the share of the returns' variance that the regressors explain, in [0, 1].</summary>
    public required double RSquared { get; init; }

    /// <summary>Gets what the slopes leave of each day's return: alpha and the day's residual, as fractions.</summary>
    public required double[] Hedged { get; init; }

    /// <summary>Gets alpha over the standard error that <see cref="Draws"/> are measured in, a prewhitened kernel's.</summary>
    public required double Statistic { get; init; }

    /// <summary>
    /// Gets the same of each resample about the data's alpha: the distribution of <see cref="Statistic"/> where the true alpha is 0, for
    /// <see cref="StepDown"/>.
    /// </summary>
    public required double[] Draws { get; init; }
}

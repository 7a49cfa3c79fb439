namespace AlphaMix.Training.Experiments.Results;

/// <summary>The verdict of an evaluation on one router of one seed, after costs.</summary>
/// <param name="HasEdge">Whether all its tests are passed.</param>
/// <param name="Difference">Net Sharpe ratio less that of 1/N.</param>
/// <param name="Lower">Lower end of its two-sided 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="P">p-value of "not above 1/N", allowing for the number of routers.</param>
internal sealed record VerdictRecord(bool HasEdge, double Difference, double Lower, double Upper, double P)
{
    /// <summary>Gets how often the validation span was used to make the router's pool; null where it was not counted.</summary>
    public int? Trials { get; init; }

    /// <summary>
    /// Gets the probability that the net Sharpe ratio is above what the best of so many trials without skill is expected to show; NaN where
    /// they were not counted.
    /// </summary>
    public double Deflated { get; init; } = double.NaN;
}

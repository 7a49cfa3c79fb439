namespace AlphaMix.Evaluation.Statistics;

/// <summary>An estimate with its two-sided confidence interval; NaN where it is not defined.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Level">Confidence of the two-sided interval, in (0, 1).</param>
public readonly record struct ConfidenceInterval(double Value, double Lower, double Upper, double Level)
{
    /// <summary>Returns the interval of <paramref name="factor"/> times the value, for another unit.</summary>
    /// <param name="factor">Positive.</param>
    public ConfidenceInterval Times(double factor) => new(factor * Value, factor * Lower, factor * Upper, Level);
}

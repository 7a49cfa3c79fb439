using AlphaMix.Evaluation.Metrics;

namespace AlphaMix.Evaluation.Diagnostics;

/// <summary>How far one feature has moved from the training span to the span of use.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="StabilityIndex">Population stability index (<see cref="DistributionShift.StabilityIndex"/>).</param>
/// <param name="KolmogorovSmirnov">Largest distance of the distribution functions, in [0, 1].</param>
/// <param name="TrainingMean">Mean at training, in z-scores: 0 for a pooled scaler.</param>
/// <param name="UseMean">Mean in use, in the same z-scores.</param>
/// <param name="TrainingDeviation">Standard deviation at training: 1 for a pooled scaler.</param>
/// <param name="UseDeviation">Standard deviation in use.</param>
internal sealed record FeatureDrift(
    string Feature, double StabilityIndex, double KolmogorovSmirnov, double TrainingMean, double UseMean, double TrainingDeviation,
    double UseDeviation)
{
    /// <summary>Compares the values of a feature.</summary>
    /// <param name="feature">Its name.</param>
    /// <param name="training">Scaled values of the training span.</param>
    /// <param name="use">Scaled values of the span of use.</param>
    /// <exception cref="ArgumentException">There are no values on a side.</exception>
    public static FeatureDrift Compute(string feature, double[] training, double[] use)
    {
        var (before, now) = (Moments.Compute(training), Moments.Compute(use));
        return new FeatureDrift(
            feature, DistributionShift.StabilityIndex(training, use), DistributionShift.KolmogorovSmirnov(training, use), before.Mean,
            now.Mean,
            before.Deviation, now.Deviation);
    }
}

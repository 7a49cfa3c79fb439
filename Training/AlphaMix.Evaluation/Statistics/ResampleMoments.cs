namespace AlphaMix.Evaluation.Statistics;

/// <summary>Mean and standard deviation of a resample, in the data's standard deviations from the data's mean.</summary>
internal readonly record struct ResampleMoments(double Mean, double Deviation)
{
    /// <summary>Gets the moments of the data themselves.</summary>
    public static ResampleMoments OfData => new(0, 1);
}

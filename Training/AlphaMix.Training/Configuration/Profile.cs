namespace AlphaMix.Training.Configuration;

/// <summary>A set of defaults. A value in the configuration itself takes precedence.</summary>
public enum Profile
{
    /// <summary>The published experiment: price ratios, next-day up or down, K x K groups selected by profit, daily top k.</summary>
    Paper,

    /// <summary>
    /// For trading with costs: residual features, a label against the median, plainly averaged groups, a score with a prior, the rank
    /// buffer.
    /// </summary>
    Practical
}

namespace AlphaMix.Training.Configuration;

/// <summary>How hyperparameters are searched.</summary>
public enum SearchKind
{
    /// <summary>Every combination (paper, section 5.4).</summary>
    Grid,

    /// <summary>A number of combinations drawn without replacement (paper, Algorithm 1, line 1).</summary>
    Random
}

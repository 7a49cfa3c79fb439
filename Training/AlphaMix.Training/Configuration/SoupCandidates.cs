namespace AlphaMix.Training.Configuration;

/// <summary>
/// The groups that may become one soup with the best one (paper, section 4.3: models "with the same initialization or hyperparameters may
/// lie in the same basin"). All have its shape.
/// </summary>
public enum SoupCandidates
{
    /// <summary>Those with its start or its hyperparameters.</summary>
    Either,

    /// <summary>Those with its start and other hyperparameters; needs <see cref="PoolOptions.SharedStarts"/>.</summary>
    Start,

    /// <summary>Those with its hyperparameters and other starts.</summary>
    Hyperparameters
}

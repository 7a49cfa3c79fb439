namespace AlphaMix.Training.Configuration;

/// <summary>The figure that ranks groups on the validation span.</summary>
public enum SelectionCriterion
{
    /// <summary>Larger total return of the daily top-k strategy, no costs (the paper's Pro).</summary>
    Profit,

    /// <summary>Smaller cross-entropy.</summary>
    Loss,

    /// <summary>Larger accuracy.</summary>
    Accuracy
}

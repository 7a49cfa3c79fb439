namespace AlphaMix.Training.Trees;

/// <summary>What boosting minimises.</summary>
internal enum TreeLoss
{
    /// <summary>Half the squared difference between score and target.</summary>
    Squared,

    /// <summary>Cross-entropy; the score is the log odds of target 1.</summary>
    Log
}
